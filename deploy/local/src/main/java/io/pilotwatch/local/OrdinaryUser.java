package io.pilotwatch.local;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root, and containers and build machines often are root. A user namespace without a
 * mapping makes root look like nobody to PostgreSQL while the files keep their owner; where namespaces are forbidden,
 * we become nobody and give it the folder.
 */
final class OrdinaryUser {

    private static final String NOBODY = "65534";
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> BECOME_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    private OrdinaryUser() {}

    /** What to put in front of a command that works in this folder; nothing when we are not root. */
    static List<String> prefix(Path folder) throws IOException, InterruptedException {
        if (new UnixSystem().getUid() != 0) {
            return List.of();
        }
        // A folder that was once given to nobody is nobody's, even where namespaces work now.
        boolean nobodys = Files.getAttribute(folder, "unix:uid").equals(Integer.valueOf(NOBODY));
        if (!nobodys && succeeds(List.of("unshare", "-U", "true"))) {
            return NAMESPACE;
        }
        if (succeeds(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()))
                && succeeds(List.of("setpriv", "--reuid=" + NOBODY, "test", "-w", folder.toString()))) {
            return BECOME_NOBODY;
        }
        throw new Trouble("PostgreSQL does not run as root, and neither \"unshare -U\" nor another user works here for "
                + folder + "; run deploy/local/up as an ordinary user.");
    }

    private static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
