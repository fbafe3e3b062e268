package io.pilotwatch.platform.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/milestone/api/v1/pilots, true",
        "/compliance-alert/api/v1/alerts/stream, true",
        "/, false",
        "/milestone/work, false",
        "/milestone/decisions/claim/api/m6, false"
    })
    void onlyWhatIsBeneathAServicesApiIsForPrograms(String path, boolean api) {
        assertEquals(api, Paths.isApi(path));
    }
}
