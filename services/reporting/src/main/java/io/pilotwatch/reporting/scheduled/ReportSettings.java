package io.pilotwatch.reporting.scheduled;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/** When reports are sent, and how patiently. */
@ConfigMapping(prefix = "pilotwatch.reports")
interface ReportSettings {

    /** The hour, in the programme's zone. */
    LocalTime at();

    /** How often is looked for what is due; {@code off} for never. */
    String every();

    /** The wait after each try that failed, the last for all further; longer than a try takes. By the wall clock. */
    List<Duration> waits();
}
