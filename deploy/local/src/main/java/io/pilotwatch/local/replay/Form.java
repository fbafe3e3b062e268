package io.pilotwatch.local.replay;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A form with one file, as a browser sends it ({@code multipart/form-data}).
 *
 * @param fields beside the file
 */
public record Form(Map<String, ?> fields, String fileName, String mediaType, byte[] file) {

    private static final String BOUNDARY = "----pilotwatch-form";

    /** Its media type, with what parts it. */
    public static String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    /** The form as it is sent. */
    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        fields.forEach((name, value) -> write(out, part(name) + "\r\n\r\n" + value + "\r\n"));
        write(out, part("file") + "; filename=\"" + fileName + "\"\r\nContent-Type: " + mediaType + "\r\n\r\n");
        out.writeBytes(file);
        write(out, "\r\n--" + BOUNDARY + "--\r\n");
        return out.toByteArray();
    }

    private static String part(String name) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"";
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
