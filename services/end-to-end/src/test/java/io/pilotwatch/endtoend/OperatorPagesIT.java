package io.pilotwatch.endtoend;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator at its pages, by the keyboard alone, in each language: a poisoned record, the views, the clock. */
@Order(7)
@ExtendWith(Site.Running.class)
class OperatorPagesIT {

    @ParameterizedTest(name = "in {0}")
    @CsvSource({"zh-CN, 2024-01-06T09:00", "en, 2024-01-06T10:00"})
    void aDeadLetterIsSeenAndClosedTheViewsAreRebuiltAndTheClockIsStepped(String language, String instant, Site site)
            throws Exception {
        poison(site, "{ no event " + language);
        try (var operator = site.person("operator", language)) {
            operator.follows("系统运维", "Operations").opens("/reporting/operations/dead-letters/list");
            operator.reloadsUntil("BP-096");
            operator.page().locator("main table a").first().focus();
            operator.page().keyboard().press("Enter");
            operator.reads("no event", "no event")
                    .presses("重新处理", "Let it in again")
                    .reads("仍", "still")
                    .writes("reason", "演示用的坏消息 a poisoned record of the demonstration")
                    .presses("关闭", "Close")
                    .reads("演示用的坏消息", "a poisoned record")
                    .opens("/reporting/operations/rebuild")
                    .presses("重建", "Rebuild")
                    .reads("重建", "ebuil")
                    .opens("/reporting/operations/clock")
                    .writes("instant", instant)
                    .presses("推进", "Step")
                    .reads(instant.substring(11), instant.substring(11));
        }
    }

    private static void poison(Site site, String value) throws Exception {
        var config = Map.<String, Object>of("bootstrap.servers", site.broker());
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            "pilotwatch.pilots.v1", "BP-096", value.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }
}
