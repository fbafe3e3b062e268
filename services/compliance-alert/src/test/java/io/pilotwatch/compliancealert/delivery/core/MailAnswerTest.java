package io.pilotwatch.compliancealert.delivery.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.compliancealert.delivery.core.Answer.Outcome;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class MailAnswerTest {

    private record Row(String sentence, int code, String step, Outcome outcome) {}

    @TestFactory
    Stream<DynamicTest> only_what_is_said_of_the_address_ends_it() {
        return Stream.of(
                        new Row("no such mailbox", 550, "recipient address not accepted", Outcome.GONE),
                        new Row("a user of elsewhere", 551, "recipient address not accepted", Outcome.GONE),
                        new Row("a name that is not allowed", 553, "recipient address not accepted", Outcome.GONE),
                        new Row("we may not send", 550, "sender address not accepted", Outcome.FAILED),
                        new Row("the mail is refused", 554, "DATA command not accepted", Outcome.FAILED),
                        new Row("we did not sign in", 535, "AUTH failed", Outcome.FAILED),
                        new Row("the mailbox is busy", 450, "recipient address not accepted", Outcome.OVERLOADED),
                        new Row("the server goes down", 421, "recipient address not accepted", Outcome.OVERLOADED))
                .map(row -> DynamicTest.dynamicTest(
                        row.sentence(),
                        () -> assertEquals(
                                row.outcome(),
                                MailAnswer.of(row.code(), row.code() + " said", row.step())
                                        .outcome())));
    }
}
