package io.pilotwatch.milestone.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.pilotwatch.platform.Problem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are small until somebody opens them. */
class BombsTest {

    private static final int MEGABYTE = 1024 * 1024;

    /** Megabytes that a bomb has when it has gone off: more than are borne. */
    private static final int SPREAD = 420;

    /** What one look may take beside the file: nothing of it is held. */
    private static final long MOST_MEMORY = 64L * MEGABYTE;

    @TempDir
    Path folder;

    private interface Content {
        void to(ZipOutputStream zip) throws IOException;
    }

    @ParameterizedTest
    @ValueSource(strings = {"报告.docx", "报告.odt"})
    void aDocumentThatUnpacksToFarMoreThanItIsIsNotTaken(String name) throws IOException {
        var bomb = archive(name, zip -> zeros(zip, "word/media/image1.png", SPREAD));
        assertTrue(Files.size(bomb) < 2 * MEGABYTE, "small until it is opened");
        assertUnpacksTooFar(name, bomb);
    }

    @Test
    void whatItSaysOfItsOwnSizeIsNotBelieved() throws IOException {
        var bomb = archive("报告.docx", zip -> zeros(zip, "word/media/image1.png", SPREAD));
        assertUnpacksTooFar("报告.docx", lying(bomb));
    }

    @Test
    void manyPartsOfLittleAreAsBadAsOneOfMuch() throws IOException {
        var bomb = archive("报告.docx", zip -> {
            for (int i = 0; i < SPREAD; i++) {
                zeros(zip, "word/media/image" + i + ".png", 1);
            }
        });
        assertUnpacksTooFar("报告.docx", bomb);
    }

    @Test
    void moreEntriesThanAnyDocumentHasAreNotCountedFurther() throws IOException {
        var many = archive("报告.docx", zip -> {
            for (int i = 0; i < 60_000; i++) {
                zip.putNextEntry(new ZipEntry("word/media/" + i));
            }
        });
        refused("FILE_TYPE_REFUSED", "报告.docx", many);
    }

    @Test
    void anArchiveWithinAnArchiveIsNotOpened() throws IOException {
        var inner = archive("inner.zip", zip -> zeros(zip, "a", 60));
        var nested = archive("报告.docx", zip -> {
            for (int i = 0; i < 10; i++) {
                zip.putNextEntry(new ZipEntry("word/embeddings/" + i + ".zip"));
                Files.copy(inner, zip);
            }
        });
        assertEquals("报告.docx", Upload.of(nested, "报告.docx", Files.size(nested)).name());
    }

    @Test
    void anHonestDocumentOfManyMegabytesIsTaken() throws IOException {
        var honest = archive("表.xlsx", zip -> zeros(zip, "xl/worksheets/sheet1.xml", 150));
        assertEquals("表.xlsx", Upload.of(honest, "表.xlsx", Files.size(honest)).name());
    }

    /** The type is guessed from a file's first element: whoever guesses parses XML. */
    @Test
    void xmlIsNeitherBlownUpNorFollowedToWhereItPoints() throws IOException {
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 10);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            var there = "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
            for (var xml : new String[] {laughs(), outside(there), include(there)}) {
                for (var name : new String[] {"图.svg", "图.xml", "图.png", "稿.docx", "表.csv", "日志.txt"}) {
                    var file = Files.writeString(folder.resolve("bomb.xml"), xml);
                    assertFrugal(() -> takenAsTextAtMost(file, name));
                }
            }
        } finally {
            server.stop(0);
        }
        assertEquals(0, asked.get());
    }

    /** Where it says that it is text it is one, and goes out again as one. */
    private static void takenAsTextAtMost(Path file, String name) throws IOException {
        try {
            assertEquals("text/plain", Upload.of(file, name, Files.size(file)).found());
        } catch (Problem refused) {
            assertTrue(refused.code().startsWith("FILE_"), refused.code());
        }
    }

    /** Nothing of ours decodes what is in them: what their heads promise is a matter between author and reader. */
    @Test
    void pagesAndPicturesOfAnySizeAreNotUnpackedAtAll() throws IOException {
        var png = folder.resolve("图.png");
        var head = ByteBuffer.allocate(33).put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        head.putInt(13).put("IHDR".getBytes(UTF_8)).putInt(Integer.MAX_VALUE).putInt(Integer.MAX_VALUE);
        Files.write(png, head.array());
        var pdf = Files.writeString(
                folder.resolve("报告.pdf"),
                "%PDF-1.7\n1 0 obj<</Length 99999999999/Filter[/FlateDecode/FlateDecode/FlateDecode]>>stream\n");
        assertFrugal(() -> {
            assertEquals("image/png", Upload.of(png, "图.png", 33).found());
            assertEquals("application/pdf", Upload.of(pdf, "报告.pdf", 80).found());
        });
    }

    @Test
    void aTextOfOneEndlessLineIsReadInPieces() throws IOException {
        var line = folder.resolve("表.csv");
        try (var out = Files.newOutputStream(line)) {
            var piece = "一,".repeat(MEGABYTE / 4).getBytes("GBK");
            for (int i = 0; i < 25; i++) {
                out.write(piece);
            }
        }
        assertFrugal(() -> assertEquals(
                "text/plain", Upload.of(line, "表.csv", Files.size(line)).found()));
    }

    private void assertUnpacksTooFar(String name, Path bomb) {
        assertFrugal(() -> refused("FILE_UNPACKS_TOO_FAR", name, bomb));
    }

    private static void refused(String code, String name, Path file) throws IOException {
        long size = Files.size(file);
        assertEquals(
                code,
                assertThrows(Problem.class, () -> Upload.of(file, name, size)).code());
    }

    private interface Look {
        void now() throws IOException;
    }

    private static void assertFrugal(Look look) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        org.junit.jupiter.api.Assertions.assertDoesNotThrow(look::now);
        long taken = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(taken < MOST_MEMORY, taken + " bytes were allocated");
    }

    private Path archive(String name, Content content) throws IOException {
        var file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            if (name.endsWith(".odt")) {
                zip.putNextEntry(new ZipEntry("mimetype"));
                zip.write("application/vnd.oasis.opendocument.text".getBytes(UTF_8));
                zip.putNextEntry(new ZipEntry("content.xml"));
            } else {
                zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
                zip.putNextEntry(new ZipEntry(name.endsWith(".xlsx") ? "xl/workbook.xml" : "word/document.xml"));
            }
            content.to(zip);
        }
        return file;
    }

    private static void zeros(ZipOutputStream zip, String name, int megabytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var zeros = new byte[MEGABYTE];
        for (int i = 0; i < megabytes; i++) {
            zip.write(zeros);
        }
    }

    /** The same archive, in whose directory every entry has one byte. */
    private Path lying(Path archive) throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(archive)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < bytes.capacity() - 46; at++) {
            if (bytes.getInt(at) == 0x02014b50) {
                bytes.putInt(at + 24, 1);
            }
        }
        return Files.write(folder.resolve("lying.docx"), bytes.array());
    }

    private static String laughs() {
        var entities = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            entities.append(
                    "<!ENTITY l%d \"%s\">".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
        }
        return entities + "]><svg xmlns=\"http://www.w3.org/2000/svg\" a=\"&l11;\">&l11;</svg>";
    }

    private static String outside(String there) {
        return "<?xml version=\"1.0\"?><!DOCTYPE svg SYSTEM \"%s\" [<!ENTITY %% p SYSTEM \"%s\"> %%p; <!ENTITY e SYSTEM \"file:///etc/passwd\">]><svg>&e;</svg>"
                .formatted(there, there);
    }

    private static String include(String there) {
        return "<?xml version=\"1.0\"?><svg xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"%s\"/></svg>"
                .formatted(there);
    }
}
