package io.pilotwatch.local;

import java.util.Map;

/** Every port that the platform listens on, with the environment variable that moves it. */
public enum Port {
    GATEWAY(8080),
    KEYCLOAK(8180),
    KEYCLOAK_MANAGEMENT(9180),
    KAFKA(9092),
    KAFKA_CONTROLLER(9093),
    KAFKA_SERVICES(9094),
    KAFKA_OPERATOR(9095),
    POSTGRES(5432),
    INTAKE(8081),
    MILESTONE(8082),
    COMPLIANCE_ALERT(8083),
    REPORTING(8084),
    INTAKE_MANAGEMENT(9081),
    MILESTONE_MANAGEMENT(9082),
    COMPLIANCE_ALERT_MANAGEMENT(9083),
    REPORTING_MANAGEMENT(9084);

    /** Added to every default, so that tests can run beside a running system. */
    public static final String SHIFT = "PILOTWATCH_PORT_SHIFT";

    private final int usual;

    Port(int usual) {
        this.usual = usual;
    }

    /** The environment variable that sets this port, e.g. {@code PILOTWATCH_GATEWAY_PORT}. */
    public String variable() {
        return "PILOTWATCH_" + name() + "_PORT";
    }

    int from(Map<String, String> environment) {
        String own = environment.getOrDefault(variable(), "");
        if (!own.isBlank()) {
            return inRange(variable(), number(variable(), own));
        }
        String shift = environment.getOrDefault(SHIFT, "");
        return inRange(SHIFT, usual + (shift.isBlank() ? 0 : number(SHIFT, shift)));
    }

    static int number(String variable, String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new Trouble(variable + " must be a number, but is \"" + value + "\".");
        }
    }

    private static int inRange(String variable, int port) {
        if (port < 1 || port > 65535) {
            throw new Trouble(variable + " leads to port " + port + ", which is outside 1 to 65535.");
        }
        return port;
    }
}
