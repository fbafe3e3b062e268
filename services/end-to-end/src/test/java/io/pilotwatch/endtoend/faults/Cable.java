package io.pilotwatch.endtoend.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP connection's way from a free port of this machine to another port, which can be cut: what goes over it breaks off
 * in the middle, and nobody gets through until it is mended.
 */
final class Cable implements AutoCloseable {

    private static final int PIECE = 16 * 1024;

    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final ServerSocket door;
    private final InetSocketAddress to;
    private volatile boolean whole = true;

    private Cable(ServerSocket door, InetSocketAddress to) {
        this.door = door;
        this.to = to;
    }

    /** To that port of 127.0.0.1. */
    static Cable to(int port) {
        return to(_ -> new InetSocketAddress("127.0.0.1", port));
    }

    /** To an address that may depend on the port of its own. */
    static Cable to(Far far) {
        try {
            var door = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
            var cable = new Cable(door, far.of(door.getLocalPort()));
            Thread.ofVirtual().start(cable::open);
            return cable;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The other end. */
    interface Far {
        InetSocketAddress of(int port);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Everything that goes over it breaks off. */
    void cut() {
        whole = false;
        ends.forEach(Cable::reset);
    }

    void mend() {
        whole = true;
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                var near = door.accept();
                Thread.ofVirtual().start(() -> connect(near));
            } catch (IOException _) {
                // Closed, or a client that went away at once.
            }
        }
    }

    private void connect(Socket near) {
        ends.add(near);
        try (var far = new Socket()) {
            if (!whole) {
                return;
            }
            far.connect(to, 2000);
            ends.add(far);
            far.setTcpNoDelay(true);
            near.setTcpNoDelay(true);
            if (whole) {
                Thread.ofVirtual().start(() -> carry(far, near));
                carry(near, far);
            }
            ends.remove(far);
        } catch (IOException _) {
            // Nobody at the other end: nobody at this one.
        } finally {
            reset(near);
            ends.remove(near);
        }
    }

    /** Until one side ends; then both have. */
    private static void carry(Socket from, Socket into) {
        try {
            var in = from.getInputStream();
            var out = into.getOutputStream();
            var piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                out.write(piece, 0, read);
            }
            from.close();
            into.close();
        } catch (IOException _) {
            reset(from);
            reset(into);
        }
    }

    /** With a reset and not with a farewell, as when a machine loses power. */
    private static void reset(Socket end) {
        try {
            if (!end.isClosed()) {
                end.setSoLinger(true, 0);
                end.close();
            }
        } catch (IOException _) {
            // It is gone.
        }
    }
}
