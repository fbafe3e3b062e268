package io.pilotwatch.reporting.export;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.jboss.logging.Logger;

/** What the layout has to say goes where everything goes, and only what is wrong: by itself it writes to the console. */
final class PdfLog implements XRLogger {

    private static final Logger LOG = Logger.getLogger(PdfLog.class);

    @Override
    public void log(String where, Level level, String message) {
        log(where, level, message, null);
    }

    @Override
    public void log(String where, Level level, String message, Throwable cause) {
        if (isWrong(level)) {
            LOG.warnf(cause, "%s: %s", where, message);
        }
    }

    @Override
    public void setLevel(String where, Level level) {
        // It is one level for all.
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return isWrong(diagnostic.getLevel());
    }

    private static boolean isWrong(Level level) {
        return level.intValue() >= Level.WARNING.intValue();
    }
}
