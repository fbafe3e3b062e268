package io.pilotwatch.local;

/** The four services: how each is called on disk and in addresses, and which ports and database are its own. */
public enum App {
    INTAKE("intake", Port.INTAKE, Port.INTAKE_MANAGEMENT),
    MILESTONE("milestone", Port.MILESTONE, Port.MILESTONE_MANAGEMENT),
    COMPLIANCE_ALERT("compliance-alert", Port.COMPLIANCE_ALERT, Port.COMPLIANCE_ALERT_MANAGEMENT),
    REPORTING("reporting", Port.REPORTING, Port.REPORTING_MANAGEMENT);

    private final String folder;
    private final Port port;
    private final Port managementPort;

    App(String folder, Port port, Port managementPort) {
        this.folder = folder;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Its folder under {@code services/}, its first path segment, the name of its process: one word. */
    public String folder() {
        return folder;
    }

    public Port port() {
        return port;
    }

    /** Where health, metrics and the operator's clock call are. */
    public Port managementPort() {
        return managementPort;
    }

    /** Its database, and the role that it is there. */
    public String database() {
        return folder.replace('-', '_');
    }
}
