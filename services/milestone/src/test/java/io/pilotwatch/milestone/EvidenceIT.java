package io.pilotwatch.milestone;

import static io.pilotwatch.milestone.TestPilot.LEAD;
import static io.pilotwatch.milestone.TestPilot.TEAM;
import static io.restassured.path.json.JsonPath.from;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.pilotwatch.contracts.RecordEvent.EvidenceAttached;
import io.pilotwatch.contracts.RecordEvent.EvidenceShared;
import io.pilotwatch.contracts.RecordEvent.EvidenceVerified;
import io.pilotwatch.contracts.Topic;
import io.pilotwatch.platform.testing.TestTopics;
import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files, from the form to the database and back. */
@QuarkusTest
class EvidenceIT {

    private static final int LARGEST = 20 * 1024 * 1024;

    @Inject
    DataSource database;

    /** A PDF of this size that nobody else has. */
    private static byte[] pdf(int size) {
        var bytes = new byte[size];
        new Random().nextBytes(bytes);
        var head = "%PDF-1.7\n".getBytes(UTF_8);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void aFileIsAttachedWithAReceiptVerifiedByTheLeadAndDownloadedAsItWas() throws Exception {
        var pilot = TestPilot.filed();
        var file = pdf(482_133);

        var attached = Form.usual()
                .field("milestoneId", "m3")
                .field("periodFrom", "2022-10-01")
                .field("periodTo", "2022-12-31")
                .file("上线 测试报告.pdf", file)
                .post(TEAM, pilot);

        assertEquals(201, attached.statusCode(), attached.body());
        var view = from(attached.body());
        assertEquals(sha256(file), view.getString("sha256"));
        assertEquals("上线 测试报告.pdf", view.getString("fileName"));
        assertEquals("application/pdf", view.getString("mediaType"));
        assertEquals("自证", view.getString("level.name.zh"));
        assertNotNull(view.getString("receipt.jws"));
        var id = view.getString("evidenceId");
        assertEquals(
                pilot.path() + "/evidence/" + id,
                attached.headers().firstValue("Location").orElseThrow());

        pilot.post(LEAD, "/evidence/" + id + "/verifications", "{\"note\": \"已核验\"}")
                .then()
                .statusCode(201)
                .body("level.code", equalTo("AUTHORITY"))
                .body("verifiedBy", equalTo(LEAD))
                .body("note", equalTo("已核验"));
        pilot.post(LEAD, "/evidence/" + id + "/verifications", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("EVIDENCE_ALREADY_VERIFIED"));

        var download = pilot.get("viewer", "/evidence/" + id + "/content");
        download.then()
                .statusCode(200)
                .header("Content-Type", "application/pdf")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"__ ____.pdf\"; filename*=UTF-8''"
                                + "%E4%B8%8A%E7%BA%BF%20%E6%B5%8B%E8%AF%95%E6%8A%A5%E5%91%8A.pdf")
                .header("X-Content-Type-Options", "nosniff")
                .header("ETag", "\"" + sha256(file) + "\"");
        assertArrayEquals(file, download.asByteArray());
        TestPilot.as(TEAM)
                .header("If-None-Match", download.header("ETag"))
                .get(pilot.path() + "/evidence/" + id + "/content")
                .then()
                .statusCode(304);
        var told = TestTopics.read(
                        Topic.MILESTONES.wireName(),
                        pilot.id(),
                        r -> r.stream().map(TestTopics::event).anyMatch(EvidenceVerified.class::isInstance))
                .stream()
                .map(TestTopics::event)
                .filter(e -> e.getClass().getSimpleName().startsWith("Evidence"))
                .toList();
        assertInstanceOf(EvidenceAttached.class, told.get(0));
        assertEquals(
                id,
                assertInstanceOf(EvidenceVerified.class, told.get(1)).evidence().evidenceId());
    }

    @Test
    void evidenceIsListedOldestFirstPageByPageAndByMilestone() {
        var pilot = TestPilot.filed();
        for (var milestone : List.of("m1", "m3", "m1")) {
            assertEquals(
                    201,
                    Form.usual()
                            .field("milestoneId", milestone)
                            .file("报告.pdf", pdf(1000))
                            .post(TEAM, pilot)
                            .statusCode());
        }

        pilot.get(LEAD, "/evidence?milestoneId=m1")
                .then()
                .statusCode(200)
                .body("items.milestoneId", contains("m1", "m1"));
        var first = pilot.get(LEAD, "/evidence?limit=2");
        first.then().body("items.milestoneId", contains("m1", "m3"));
        TestPilot.as(LEAD).get(first.<String>path("next")).then().body("items.milestoneId", contains("m1"));
        pilot.get(LEAD, "/evidence?cursor=eA").then().statusCode(400);
        pilot.get(LEAD, "/evidence?milestoneId=m9").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void theSameFileAgainIsRefusedAndTheSameRequestAgainIsAnsweredAgain() throws Exception {
        var pilot = TestPilot.filed();
        var file = pdf(1000);
        var key = UUID.randomUUID().toString();

        var first = Form.usual().file("报告.pdf", file).post(TEAM, pilot, key);
        var repeated = Form.usual().file("报告.pdf", file).post(TEAM, pilot, key);
        var again = Form.usual().file("改名.pdf", file).post(TEAM, pilot);
        var other = Form.usual().file("报告.pdf", pdf(1000)).post(TEAM, pilot, key);

        assertEquals(201, first.statusCode(), first.body());
        assertEquals(first.body(), repeated.body());
        assertEquals(409, again.statusCode(), again.body());
        assertEquals("EVIDENCE_ALREADY_ATTACHED", from(again.body()).getString("code"));
        assertEquals(422, other.statusCode(), other.body());
        assertEquals(1, count("evidence_content where sha256 = '" + sha256(file) + "'"));
    }

    @Test
    void theSameContentOnTwoPilotsIsStoredOnceToldOfBothAndShownToLeadAndOfficeAlone() throws Exception {
        var earlier = TestPilot.filed();
        var later = TestPilot.filed();
        var file = pdf(3_000_000);
        Form.usual().file("一.pdf", file).post(TEAM, earlier);

        var attached = Form.usual().file("二.pdf", file).post(TEAM, later);

        assertEquals(201, attached.statusCode(), attached.body());
        assertFalse(attached.body().contains("otherPilots"));
        assertEquals(3, count("evidence_chunk where sha256 = '" + sha256(file) + "'"));
        for (var reader : List.of(LEAD, "office")) {
            earlier.get(reader, "/evidence").then().body("items[0].otherPilots", contains(later.id()));
            later.get(reader, "/evidence").then().body("items[0].otherPilots", contains(earlier.id()));
        }
        for (var reader : List.of(TEAM, "viewer")) {
            later.get(reader, "/evidence").then().body("items[0]", not(hasKey("otherPilots")));
        }
        assertEquals(List.of(later.id()), shared(earlier).otherPilots());
        assertEquals(List.of(earlier.id()), shared(later).otherPilots());
    }

    private static EvidenceShared shared(TestPilot pilot) {
        return TestTopics.read(
                        Topic.MILESTONES.wireName(),
                        pilot.id(),
                        found -> found.stream().map(TestTopics::event).anyMatch(EvidenceShared.class::isInstance))
                .stream()
                .map(TestTopics::event)
                .filter(EvidenceShared.class::isInstance)
                .map(EvidenceShared.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void pilotsThatAttachTheSameAtOnceNoticeEachOther() throws Exception {
        var pilots = List.of(TestPilot.filed(), TestPilot.filed(), TestPilot.filed(), TestPilot.filed());
        var file = pdf(2_000_000);

        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(pilots.size())) {
            var calls = pilots.stream()
                    .map(pilot -> (Callable<Integer>) () ->
                            Form.usual().file("同.pdf", file).post(TEAM, pilot).statusCode())
                    .toList();
            for (var answer : threads.invokeAll(calls)) {
                statuses.add(answer.get());
            }
        }

        assertEquals(List.of(201, 201, 201, 201), statuses);
        for (var pilot : pilots) {
            pilot.get("office", "/evidence").then().body("items[0].otherPilots", hasSize(pilots.size() - 1));
        }
    }

    @Test
    void aFileOf20MegabytesGoesInAndOutAndOneByteMoreDoesNot() throws Exception {
        var pilot = TestPilot.filed();
        var largest = pdf(LARGEST);

        var attached = Form.usual().file("大.pdf", largest).post(TEAM, pilot);
        var tooLarge = Form.usual().file("更大.pdf", pdf(LARGEST + 1)).post(TEAM, pilot);

        assertEquals(201, attached.statusCode(), attached.body());
        var content = pilot.get(TEAM, "/evidence/" + from(attached.body()).getString("evidenceId") + "/content");
        assertEquals(sha256(largest), sha256(content.asByteArray()));
        assertEquals(413, tooLarge.statusCode());
        assertEquals("FILE_TOO_LARGE", from(tooLarge.body()).getString("code"));
        noUploadsAreLeft();
    }

    record Wrong(String sentence, String fileName, byte[] content, String code) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static List<Wrong> wrong() throws IOException {
        var elf = HexFormat.of().parseHex("7f454c4602010100000000000000000002003e0001000000");
        var pe = new byte[512];
        System.arraycopy("MZ".getBytes(UTF_8), 0, pe, 0, 2);
        pe[0x3c] = (byte) 0x80;
        System.arraycopy("PE\0\0".getBytes(UTF_8), 0, pe, 0x80, 4);
        var refused = "FILE_TYPE_REFUSED";
        var contradicts = "FILE_NAME_CONTRADICTS_CONTENT";
        return List.of(
                new Wrong("A Linux program", "报告.pdf", elf, refused),
                new Wrong("A Windows program", "报告.pdf", pe, refused),
                new Wrong("A Mac program", "报告.pdf", HexFormat.of().parseHex("cffaedfe0700000103000000"), refused),
                new Wrong("A Java class", "报告.txt", HexFormat.of().parseHex("cafebabe0000004500"), refused),
                new Wrong("A shell script", "日志.txt", "#!/bin/sh\nrm -rf /\n".getBytes(UTF_8), refused),
                new Wrong("A web page", "说明.txt", "<!DOCTYPE html><html><script>x()</script>".getBytes(UTF_8), refused),
                new Wrong(
                        "A drawing that can run scripts",
                        "图.png",
                        "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(UTF_8),
                        refused),
                new Wrong("An archive", "材料.zip", zip("a.txt"), refused),
                new Wrong("An archive called a document", "材料.docx", zip("a.txt"), refused),
                new Wrong("A Java archive", "报告.docx", zip("META-INF/MANIFEST.MF", "A.class"), refused),
                new Wrong(
                        "A document with macros",
                        "报告.docx",
                        zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
                        refused),
                new Wrong("An old office file", "报告.docx", HexFormat.of().parseHex("d0cf11e0a1b11ae10000"), refused),
                new Wrong("Half an archive", "报告.docx", "PK\u0003\u0004".getBytes(UTF_8), refused),
                new Wrong("A text that says PK", "日志.txt", "PK is a postcode\n".getBytes(UTF_8), refused),
                new Wrong("A PDF called a picture", "图.png", pdf(100), contradicts),
                new Wrong("A text called a PDF", "报告.pdf", "你好\n".getBytes(UTF_8), contradicts),
                new Wrong(
                        "A table called a document",
                        "表.docx",
                        zip("[Content_Types].xml", "xl/workbook.xml"),
                        contradicts),
                new Wrong("A file without an extension", "报告", pdf(100), refused),
                new Wrong("A name with a path", "../报告.pdf", pdf(100), "FILE_NAME_REFUSED"),
                new Wrong("A name with a bell in it", "报告\u0007.pdf", pdf(100), "FILE_NAME_REFUSED"),
                new Wrong("An empty file", "报告.pdf", new byte[0], "FILE_EMPTY"));
    }

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("x".getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsNotTakenIsRefusedWithItsReasonAndLeavesNothing(Wrong wrong) throws Exception {
        var pilot = TestPilot.approved("special-field");

        var answer = Form.usual().file(wrong.fileName(), wrong.content()).post(TEAM, pilot);

        assertEquals(422, answer.statusCode(), answer.body());
        assertEquals(wrong.code(), from(answer.body()).getString("code"));
        assertEquals("/file", from(answer.body()).getString("errors[0].pointer"));
        assertEquals(0, count("evidence_content where sha256 = '" + sha256(wrong.content()) + "'"));
        noUploadsAreLeft();
    }

    @Test
    void ordinaryFilesOfEachSortAreTaken() throws Exception {
        var pilot = TestPilot.approved("special-field");
        var png = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
        var jpeg = HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000ffd9");
        var gbk = "时间,数量\n2022-07-01,五\n".getBytes("GBK");

        assertEquals(201, taken(pilot, "图.png", png), "png");
        assertEquals(201, taken(pilot, "照片.JPG", jpeg), "jpeg");
        assertEquals(201, taken(pilot, "数据.csv", "\uFEFF时间,数量\n2022-07-01,5\n".getBytes(UTF_8)), "csv");
        assertEquals(201, taken(pilot, "旧数据.csv", gbk), "gbk");
        assertEquals(201, taken(pilot, "日志.txt", "2022-07-01 started\n".getBytes(UTF_8)), "txt");
        assertEquals(201, taken(pilot, "表.xlsx", zip("[Content_Types].xml", "xl/workbook.xml")), "xlsx");
        assertEquals(201, taken(pilot, "稿.docx", zip("[Content_Types].xml", "word/document.xml")), "docx");
    }

    private static int taken(TestPilot pilot, String name, byte[] content) {
        return Form.usual().file(name, content).post(TEAM, pilot).statusCode();
    }

    @Test
    void aFormWithoutExactlyOneFileOrWithWrongFieldsIsRefusedAtTheField() {
        var pilot = TestPilot.filed();
        var level = new Form().field("kind", "document").file("报告.pdf", pdf(100));
        refused(pilot, Form.usual(), "FILE_MISSING");
        refused(pilot, Form.usual().file("一.pdf", pdf(100)).file("二.pdf", pdf(100)), "FILE_MISSING");
        refused(pilot, Form.usual().file("document", "一.pdf", pdf(100)), "FILE_MISSING");
        refused(pilot, Form.usual().field("file", "text"), "FILE_MISSING");
        refused(pilot, level, "EVIDENCE_LEVEL_UNKNOWN");
        refused(
                pilot,
                new Form().field("kind", "x").field("level", "DECLARED").file("报告.pdf", pdf(100)),
                "EVIDENCE_KIND_UNKNOWN");
        refused(
                pilot,
                new Form().field("kind", "document").field("level", "AUTHORITY").file("报告.pdf", pdf(100)),
                "EVIDENCE_LEVEL_UNKNOWN");
        refused(pilot, Form.usual().field("milestoneId", "m\u0000").file("报告.pdf", pdf(100)), "MILESTONE_UNKNOWN");
        refused(pilot, Form.usual().field("periodFrom", "1.7.2022").file("报告.pdf", pdf(100)), "PERIOD_FROM_UNREADABLE");
        refused(pilot, Form.usual().field("periodTo", "2022-07-01").file("报告.pdf", pdf(100)), "PERIOD_INCOMPLETE");
        pilot.get(TEAM, "/evidence").then().body("items", hasSize(0));
        noUploadsAreLeft();
    }

    private static void refused(TestPilot pilot, Form form, String code) {
        var answer = form.post(TEAM, pilot);
        assertEquals(422, answer.statusCode(), answer.body());
        assertEquals(code, from(answer.body()).getString("code"));
    }

    @Test
    void aBrokenFormIsTheSendersFaultAndLeavesNothing() throws Exception {
        var pilot = TestPilot.filed();
        var whole = Form.usual().file("报告.pdf", pdf(100_000)).closed();
        var cut = Arrays.copyOf(whole, 60_000);
        var key = UUID.randomUUID().toString();

        assertEquals(400, Form.post(TEAM, pilot, key, cut).statusCode());
        assertEquals(
                400,
                Form.post(TEAM, pilot, key, "no form at all".getBytes(UTF_8)).statusCode());
        assertEquals(400, Form.post(TEAM, pilot, key, new byte[0]).statusCode());
        assertEquals(415, pilot.post(TEAM, "/evidence", "{}").statusCode());
        breakOff(pilot, whole);
        pilot.get(TEAM, "/evidence").then().body("items", hasSize(0));
        noUploadsAreLeft();
    }

    /** The connection ends in the middle of the body. */
    private static void breakOff(TestPilot pilot, byte[] whole) throws IOException {
        var address = Form.address(pilot);
        try (var socket = new Socket("localhost", address.getPort())) {
            var out = socket.getOutputStream();
            out.write(("POST " + address.getPath() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + Tokens.of(TEAM)
                            + "\r\nIdempotency-Key: x\r\nContent-Type: multipart/form-data; boundary=----pilotwatch"
                            + "\r\nContent-Length: " + whole.length + "\r\n\r\n")
                    .getBytes(UTF_8));
            out.write(whole, 0, whole.length / 2);
            out.flush();
        }
    }

    private static void noUploadsAreLeft() {
        var folder = Path.of(ConfigProvider.getConfig().getValue("quarkus.http.body.uploads-directory", String.class));
        await().untilAsserted(() -> {
            if (Files.exists(folder)) {
                try (var left = Files.list(folder)) {
                    assertEquals(List.of(), left.toList());
                }
            }
        });
    }

    private long count(String what) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(*) from " + what);
                var found = select.executeQuery()) {
            found.next();
            return found.getLong(1);
        }
    }
}
