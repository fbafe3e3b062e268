package io.pilotwatch.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.contracts.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.Record;

/**
 * Events in the old topics that the restored databases do not know: whoever was told of them was told of what is not true any
 * more, and whoever did them has to do them again. They are read from the broker's files, so no broker need run.
 */
record Ghosts(Settings settings, Instant recoveryPoint, Report report) {

    /** Clocks differ, and a record's time is its sending. */
    private static final Duration MARGIN = Duration.ofHours(1);

    void tell() throws Exception {
        List<Map<String, Object>> ghosts = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            ghosts.addAll(unknown(topic.owner(), sentLately(topic)));
        }
        if (ghosts.isEmpty()) {
            report.step("restore", "no event was found that the databases do not know");
            return;
        }
        Path file = settings.data().resolve("lost-events-" + Archive.stamp(Instant.now()) + ".jsonl");
        ObjectMapper mapper = new ObjectMapper();
        for (Map<String, Object> ghost : ghosts) {
            Files.writeString(
                    file,
                    mapper.writeValueAsString(ghost) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        report.step(
                "restore",
                ghosts.size() + " events were sent after that and are lost; they are in " + file
                        + ": what they say has to be done again");
    }

    private Map<String, Map<String, Object>> sentLately(Topic topic) throws IOException {
        Map<String, Map<String, Object>> found = new LinkedHashMap<>();
        Path kafka = settings.data().resolve("kafka");
        if (!Files.exists(kafka)) {
            return found;
        }
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(kafka, topic.wireName() + "-*")) {
            for (Path partition : logs) {
                try (DirectoryStream<Path> segments = Files.newDirectoryStream(partition, "*.log")) {
                    for (Path segment : segments) {
                        read(segment, found);
                    }
                }
            }
        }
        return found;
    }

    private void read(Path segment, Map<String, Map<String, Object>> found) throws IOException {
        try (FileRecords records = FileRecords.open(segment.toFile(), false)) {
            for (Record record : records.records()) {
                if (record.timestamp() >= recoveryPoint.minus(MARGIN).toEpochMilli()) {
                    Map<String, Object> event = event(record);
                    found.put(String.valueOf(event.get("ce_id")), event);
                }
            }
        }
    }

    private static Map<String, Object> event(Record record) {
        Map<String, Object> event = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            event.put(header.key(), header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
        }
        event.put("sent", Instant.ofEpochMilli(record.timestamp()).toString());
        event.put(
                "event",
                record.hasValue()
                        ? StandardCharsets.UTF_8.decode(record.value()).toString()
                        : "");
        return event;
    }

    private List<Map<String, Object>> unknown(String owner, Map<String, Map<String, Object>> sent) throws SQLException {
        Set<String> lost = new HashSet<>(sent.keySet());
        String database = owner.replace('-', '_');
        try (Connection connection = new Databases(settings.port(Port.POSTGRES)).connect(database);
                PreparedStatement known =
                        connection.prepareStatement("select id::text from outbox where id::text = any (?)"
                                + " union all select id::text from outbox_sent where id::text = any (?)")) {
            known.setArray(1, connection.createArrayOf("text", lost.toArray()));
            known.setArray(2, connection.createArrayOf("text", lost.toArray()));
            try (ResultSet found = known.executeQuery()) {
                while (found.next()) {
                    lost.remove(found.getString(1));
                }
            }
        }
        return sent.entrySet().stream()
                .filter(event -> lost.contains(event.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
