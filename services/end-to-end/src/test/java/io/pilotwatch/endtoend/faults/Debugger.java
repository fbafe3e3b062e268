package io.pilotwatch.endtoend.faults;

import static org.awaitility.Awaitility.await;

import com.sun.jdi.ArrayReference;
import com.sun.jdi.ArrayType;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Does to a running Java process what happens to one for a fault of its own alone: one thread hangs while the others go on,
 * or what nobody uses stays in the heap. What was started under it, the owner ends.
 *
 * @param kept in the process's heap, for as long as this holds it
 */
record Debugger(Replica replica, VirtualMachine machine, List<ArrayReference> kept) {

    private static final Duration MOST = Duration.ofMinutes(2);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int MIB = 1024 * 1024;

    /** Starts a replica that was stopped so that it obeys; returns when it is ready. */
    static Debugger starting(Replica replica) throws IOException {
        int port = freePort();
        var agent = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=" + LOOPBACK + ":" + port;
        replica.start(List.of("env", "JAVA_TOOL_OPTIONS=" + agent));
        await(replica.name()).atMost(MOST).until(replica::isReady);
        return new Debugger(replica, attached(port), new ArrayList<>());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static VirtualMachine attached(int port) throws IOException {
        var connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(one -> one.transport().name().equals("dt_socket"))
                .findFirst()
                .orElseThrow();
        try {
            return attach(connector, port);
        } catch (IllegalConnectorArgumentsException e) {
            throw new IllegalStateException(e);
        }
    }

    private static VirtualMachine attach(AttachingConnector connector, int port)
            throws IOException, IllegalConnectorArgumentsException {
        var arguments = connector.defaultArguments();
        arguments.get("hostname").setValue(LOOPBACK);
        arguments.get("port").setValue(Integer.toString(port));
        return connector.attach(arguments);
    }

    /** Stops the time of all threads whose names begin so. */
    void hang(String threads) {
        var found = machine.allThreads().stream()
                .filter(thread -> thread.name().startsWith(threads))
                .toList();
        if (found.isEmpty()) {
            var names = machine.allThreads().stream().map(ThreadReference::name).sorted();
            throw new IllegalStateException("no " + threads + " in " + replica.name() + ": " + names.toList());
        }
        found.forEach(ThreadReference::suspend);
    }

    /**
     * Puts so much into the heap that it is full to that part, and has it collected as a whole, so that the process knows.
     *
     * @param part of what the heap has room for in the long run
     */
    void fillHeap(double part) {
        collect();
        double room = replica.metric("jvm_gc_max_data_size_bytes") * part;
        double lives = replica.metric("jvm_gc_live_data_size_bytes");
        var bytes = (ArrayType) machine.classesByName("byte[]").getFirst();
        Stream.generate(() -> bytes.newInstance(MIB))
                .limit((long) (room - lives) / MIB)
                .forEach(array -> {
                    array.disableCollection();
                    kept.add(array);
                });
        collect();
    }

    private void collect() {
        var command = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var pid = Long.toString(replica.process().orElseThrow().pid());
        try {
            new ProcessBuilder(command, pid, "GC.run")
                    .inheritIO()
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
