package io.pilotwatch.milestone.evidence.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @ParameterizedTest(name = "{0} that is {1}: {2}")
    @CsvSource(textBlock = """
            报告.pdf,      application/pdf,            taken
            图.PNG,        image/png,                  taken
            photo.jpeg,    image/jpeg,                 taken
            photo.jpg,     image/jpeg,                 taken
            data.csv,      text/plain,                 taken
            data.csv,      text/csv,                   taken
            log.txt,       text/plain,                 taken
            photo.png,     image/jpeg,                 FILE_NAME_CONTRADICTS_CONTENT
            报告.pdf,      text/plain,                 FILE_NAME_CONTRADICTS_CONTENT
            报告.docx,     application/pdf,            FILE_NAME_CONTRADICTS_CONTENT
            log.txt,       application/pdf,            FILE_NAME_CONTRADICTS_CONTENT
            setup.exe,     application/x-msdownload,   FILE_TYPE_REFUSED
            报告.pdf,      application/x-msdownload,   FILE_TYPE_REFUSED
            tool,          application/x-elf,          FILE_TYPE_REFUSED
            run.sh,        application/x-sh,           FILE_TYPE_REFUSED
            run.sh,        text/plain,                 FILE_TYPE_REFUSED
            page.html,     text/html,                  FILE_TYPE_REFUSED
            data.csv,      text/html,                  FILE_TYPE_REFUSED
            picture.svg,   image/svg+xml,              FILE_TYPE_REFUSED
            files.zip,     application/zip,            FILE_TYPE_REFUSED
            noextension,   text/plain,                 FILE_TYPE_REFUSED
            """)
    void aFileIsTakenWhenItsContentIsWhatItsNameSays(String name, String found, String outcome) {
        var wrong = Files.wrongType(name, found);

        assertEquals(outcome, wrong == null ? "taken" : wrong.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"报告.pdf", "a.b.c.pdf", "带 空格（终稿）.docx", "résumé-2022.txt"})
    void aNameIsWhatPeopleCallAFile(String name) {
        assertEquals(null, Files.wrongName(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                ".htaccess",
                "../报告.pdf",
                "a/b.pdf",
                "C:\\b.pdf",
                "a\u0000.pdf",
                "a\r\nX: y.pdf",
                "a\u202Efdp.exe",
                "a\".pdf",
                "a.pdf ",
                "a.pdf.",
                "a\uD800.pdf"
            })
    void aNameHasNoPathAndNothingThatCannotBeSeen(String name) {
        assertEquals(Refusal.FILE_NAME_REFUSED, Files.wrongName(name));
    }

    @Test
    void aNameHasAtMost200Characters() {
        assertEquals(null, Files.wrongName("长".repeat(196) + ".pdf"));
        assertEquals(Refusal.FILE_NAME_REFUSED, Files.wrongName("长".repeat(197) + ".pdf"));
    }

    record Archive(String sentence, List<String> names, String mimetype, String type) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static final List<Archive> ARCHIVES = List.of(
            new Archive("A text document", List.of("[Content_Types].xml", "word/document.xml"), null, DOCX),
            new Archive(
                    "A table",
                    List.of("[Content_Types].xml", "xl/workbook.xml"),
                    null,
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            new Archive(
                    "Slides",
                    List.of("[Content_Types].xml", "ppt/presentation.xml"),
                    null,
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            new Archive(
                    "An open text document",
                    List.of("mimetype", "content.xml"),
                    "application/vnd.oasis.opendocument.text",
                    "application/vnd.oasis.opendocument.text"),
            new Archive(
                    "A document with macros",
                    List.of("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
                    null,
                    Zipped.OTHER),
            new Archive(
                    "A table with old macro sheets",
                    List.of("[Content_Types].xml", "xl/workbook.xml", "xl/macrosheets/sheet1.xml"),
                    null,
                    Zipped.OTHER),
            new Archive(
                    "An open document with macros",
                    List.of("mimetype", "content.xml", "Basic/Standard/Module1.xml"),
                    "application/vnd.oasis.opendocument.text",
                    Zipped.OTHER),
            new Archive("A Java archive", List.of("META-INF/MANIFEST.MF", "a/Main.class"), null, Zipped.OTHER),
            new Archive(
                    "A Java archive that pretends to be a document",
                    List.of("[Content_Types].xml", "word/document.xml", "META-INF/MANIFEST.MF"),
                    null,
                    Zipped.OTHER),
            new Archive(
                    "A document with a program in it",
                    List.of("[Content_Types].xml", "word/document.xml", "word/embeddings/setup.exe"),
                    null,
                    Zipped.OTHER),
            new Archive(
                    "Entries that point out of the archive",
                    List.of("[Content_Types].xml", "word/document.xml", "../x"),
                    null,
                    Zipped.OTHER),
            new Archive("Anything else", List.of("a.txt"), null, Zipped.OTHER),
            new Archive("An e-book", List.of("mimetype"), "application/epub+zip", Zipped.OTHER));

    @ParameterizedTest
    @FieldSource("ARCHIVES")
    void anArchiveIsWhatLiesInIt(Archive archive) {
        assertEquals(archive.type(), Zipped.type(archive.names(), archive.mimetype()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            report.pdf   | attachment; filename="report.pdf"; filename*=UTF-8''report.pdf
            上线 报告.pdf | attachment; filename="__ __.pdf"; filename*=UTF-8''%E4%B8%8A%E7%BA%BF%20%E6%8A%A5%E5%91%8A.pdf
            50%'off.txt  | attachment; filename="50_'off.txt"; filename*=UTF-8''50%25%27off.txt
            """)
    void aDownloadIsNamedWhateverItsCharacters(String name, String header) {
        assertEquals(header, Disposition.attachment(name));
    }
}
