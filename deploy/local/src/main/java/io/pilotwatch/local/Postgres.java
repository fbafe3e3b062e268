package io.pilotwatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The real {@code postgres} program as a process of its own, with its files in the data folder. */
record Postgres(Settings settings) implements Component {

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.POSTGRES);
    }

    @Override
    public void clearRemains() throws Exception {
        PostgresRemains.clear(files());
    }

    @Override
    public Launch prepare() throws Exception {
        PostgresBinaries binaries = PostgresBinaries.unpacked(settings);
        if (!Files.exists(files().resolve("PG_VERSION"))) {
            initialise(binaries);
        }
        // So that deploy/local/backup can begin to archive while it runs.
        return launch(List.of("-c", "archive_mode=on"));
    }

    Launch launch(List<String> options) throws IOException, InterruptedException {
        PostgresBinaries binaries = PostgresBinaries.unpacked(settings);
        List<String> command = new ArrayList<>(OrdinaryUser.prefix(files()));
        command.add(binaries.program("postgres").toString());
        command.addAll(List.of("-D", files().toString(), "-p", String.valueOf(settings.port(Port.POSTGRES))));
        // No Unix socket: its path may be too long, and loopback is all that anybody uses.
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        command.addAll(List.of("-c", "max_connections=200", "-c", "timezone=UTC", "-c", "log_timezone=UTC"));
        command.addAll(options);
        return new Launch(command, Map.of("LC_ALL", "C", "TZ", "UTC"));
    }

    @Override
    public boolean ready() throws Exception {
        return databases().answer();
    }

    @Override
    public void settle() throws Exception {
        databases().create();
    }

    /** SIGINT: fast shutdown. SIGTERM would wait until the last client, e.g. somebody's psql, has gone. */
    @Override
    public void askToStop(ProcessHandle process) throws IOException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start();
    }

    private Databases databases() {
        return new Databases(settings.port(Port.POSTGRES));
    }

    private Path files() {
        return settings.postgres();
    }

    /** Into a folder beside, renamed at the end: an initdb that was killed leaves nothing that looks complete. */
    private void initialise(PostgresBinaries binaries) throws IOException, InterruptedException {
        Path fresh = settings.data().resolve("postgres.new");
        Path password = settings.data().resolve("postgres.password");
        Folders.delete(fresh);
        Files.createDirectories(fresh);
        Files.writeString(password, Databases.SUPERUSER);
        List<String> command = new ArrayList<>(OrdinaryUser.prefix(fresh));
        command.addAll(List.of(binaries.program("initdb").toString(), "-D", fresh.toString()));
        command.addAll(List.of("-U", Databases.SUPERUSER, "--pwfile=" + password, "--auth=scram-sha-256"));
        command.addAll(List.of("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        command.addAll(List.of("--locale=C"));
        Path log = settings.log("postgres-initdb");
        int exit = Programs.run(command, log);
        Files.delete(password);
        if (exit != 0) {
            throw new Trouble("PostgreSQL could not create its files; see " + log + ".");
        }
        Folders.delete(files());
        Files.move(fresh, files());
    }
}
