package io.pilotwatch.local;

/** What is said when everything is ready: the address, who can sign in, what to do next. */
final class Greeting {

    private Greeting() {}

    static String whole(Settings settings) {
        return """

                Pilotwatch is ready at %s

                  user                 password    role
                  office               pilotwatch  programme office: every pilot
                  regulator-tax        pilotwatch  lead regulator of a field (also regulator-energy, regulator-health …)
                  team-001 … team-179  pilotwatch  pilot team of that number on the list
                  recommender-beijing  pilotwatch  recommends applications of Beijing
                  operator             pilotwatch  runs the system
                  viewer               pilotwatch  reads only

                Next: open the address; or, from a second terminal:
                  curl -H "Authorization: Bearer $(deploy/local/token office)" %s/reporting/api/v1/portfolio
                Logs are in %s; deploy/local/down stops everything.

                """.formatted(settings.publicUrl(), settings.publicUrl(), settings.logs());
    }

    static String infrastructure(Settings settings) {
        return """

                PostgreSQL  127.0.0.1:%d
                Kafka       127.0.0.1:%d
                Keycloak    %s
                Logs are in %s; deploy/local/down stops everything.

                """.formatted(
                        settings.port(Port.POSTGRES),
                        settings.port(Port.KAFKA),
                        settings.local(Port.KEYCLOAK, Keycloak.REALM_PATH),
                        settings.logs());
    }
}
