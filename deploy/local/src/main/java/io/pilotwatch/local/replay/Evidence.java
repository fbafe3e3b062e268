package io.pilotwatch.local.replay;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A small file that really is what its name says.
 *
 * @param text what it tells; equal texts of one sort are equal files
 */
record Evidence(Sort sort, String name, String text) {

    /** Sorts of files. */
    enum Sort {
        PDF,
        PNG,
        CSV
    }

    /** The form that attaches it, with what is said about it. */
    Form with(Map<String, Object> about) {
        return new Form(about, name + "." + sort.name().toLowerCase(Locale.ROOT), mediaType(), bytes());
    }

    private String mediaType() {
        return switch (sort) {
            case PDF -> "application/pdf";
            case PNG -> "image/png";
            case CSV -> "text/csv";
        };
    }

    private byte[] bytes() {
        return switch (sort) {
            case PDF -> pdf().getBytes(StandardCharsets.US_ASCII);
            case PNG -> png();
            case CSV -> ("item,value\n" + text + ",1\n").getBytes(StandardCharsets.UTF_8);
        };
    }

    /** One page with the text on it. */
    private String pdf() {
        var line = "BT /F1 14 Tf 72 720 Td (" + text + ") Tj ET";
        return """
                %%PDF-1.4
                1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
                2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
                3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R
                  /Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>> endobj
                4 0 obj <</Length %d>> stream
                %s
                endstream endobj
                trailer <</Root 1 0 R>>
                %%%%EOF
                """.formatted(line.length(), line);
    }

    /** One pixel, and the text beside it. */
    private byte[] png() {
        var file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(file, "IHDR", new byte[] {0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0});
        chunk(file, "tEXt", ("Comment\0" + text).getBytes(StandardCharsets.ISO_8859_1));
        chunk(file, "IDAT", deflated(new byte[] {0, 0}));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        var body = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        var check = new CRC32();
        check.update(body);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(body);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    private static byte[] deflated(byte[] data) {
        try (var deflater = new Deflater()) {
            deflater.setInput(data);
            deflater.finish();
            var out = new byte[32];
            return Arrays.copyOf(out, deflater.deflate(out));
        }
    }
}
