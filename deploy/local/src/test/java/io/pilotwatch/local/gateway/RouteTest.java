package io.pilotwatch.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {

    @ParameterizedTest(name = "{2}: {0} -> {1}")
    @CsvSource(textBlock = """
            /,                                   reporting,        the front page is reporting's
            '',                                  reporting,        a request without a path is for the front page
            /anything/else,                      reporting,        whatever is nobody's is reporting's
            /intake,                             intake,           the prefix alone is enough
            /intake/api/v1/imports/pilots,       intake,           intake's own
            /intakes,                            reporting,        a longer word is another word
            /milestone/api/v1/pilots/1/q,        milestone,        a q deep inside is no management path
            /compliance-alert/api/v1/alerts,     compliance-alert, compliance-alert's own
            /reporting/api/v1/portfolio,         reporting,        reporting's own
            /auth/realms/pilotwatch,             keycloak,         signing in
            /milestone/a%20b,                    milestone,        escaped characters are fine
            /milestone/%E8%AF%95%E7%82%B9,       milestone,        Chinese too
            /q,                                  hidden,           management
            /q/health/ready,                     hidden,           management below it
            /intake/q/metrics,                   hidden,           management under a prefix
            //q/metrics,                         hidden,           management behind an empty segment
            /%71/metrics,                        hidden,           management in disguise
            /intake/..%2Fq/metrics,              hidden,           management by way of escaped dots
            /intake/../q/metrics,                hidden,           management by way of dots
            /q;a=b/metrics,                      hidden,           management with a parameter
            /%zz,                                hidden,           what cannot be read is not passed on
            """)
    void aRequestGoesWhereItsPathSays(String path, String expected, String why) {
        String actual = switch (Route.of(path)) {
            case Route.To to -> to.name();
            case Route.Hidden _ -> "hidden";
        };
        assertEquals(expected, actual, why);
    }
}
