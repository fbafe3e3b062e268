package io.pilotwatch.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseFailureTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void tellsTheirFailuresFromTheMessages(String sentence, Throwable failure, boolean theirs) {
        assertEquals(theirs, DatabaseFailure.isTheirs(failure));
    }

    static Stream<Arguments> tellsTheirFailuresFromTheMessages() {
        return Stream.of(
                Arguments.of("a broken connection is theirs", new SQLException("gone", "08006"), true),
                Arguments.of("a server shutting down is theirs", new SQLException("shutdown", "57P01"), true),
                Arguments.of("a full disk is theirs", new SQLException("disk full", "53100"), true),
                Arguments.of("a deadlock is theirs: the next try wins", new SQLException("deadlock", "40P01"), true),
                Arguments.of("no connection in time is theirs", new SQLTransientConnectionException("timeout"), true),
                Arguments.of(
                        "it is found however deep it lies",
                        new RuntimeException(new DatabaseFailure(new SQLException("gone", "08006"))),
                        true),
                Arguments.of("a broken constraint is the message's", new SQLException("check", "23514"), false),
                Arguments.of("a bad value is the message's", new SQLException("too long", "22001"), false),
                Arguments.of("our own mistake is the message's", new NullPointerException(), false));
    }
}
