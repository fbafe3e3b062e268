package io.pilotwatch.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What must hold before anything is started; each failure is one sentence that says what to do. */
record Checks(Settings settings) {

    private static final long GIGABYTE = 1L << 30;
    private static final int NEEDED_JAVA = 25;

    void all(List<Component> components) throws Exception {
        java();
        disk();
        for (Component component : components) {
            if (!settings.pidFile(component.name()).running()) {
                component.clearRemains();
                for (Port port : component.ports()) {
                    free(port);
                }
            }
        }
    }

    private static void java() {
        if (Runtime.version().feature() < NEEDED_JAVA) {
            throw new Trouble("Java " + NEEDED_JAVA + " is needed, but this is Java "
                    + Runtime.version().feature() + "; set JAVA_HOME to a newer one.");
        }
    }

    private void disk() throws IOException {
        Path data = settings.data();
        long free = Files.getFileStore(data).getUsableSpace();
        if (free < 2 * GIGABYTE) {
            throw new Trouble("Only %.1f GB are free for %s, but 2 GB are needed; make room or set PILOTWATCH_DATA."
                    .formatted((double) free / GIGABYTE, data));
        }
    }

    private void free(Port port) throws IOException {
        int number = settings.port(port);
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), number));
        } catch (BindException _) {
            throw new Trouble(
                    "Port " + number + " is in use by another program; stop it or set " + port.variable() + ".");
        }
    }
}
