package io.pilotwatch.contracts;

/** A stable code shown with its names, as {@code {"code":"tax","name":{"zh":"…","en":"…"}}}. */
public record Named(String code, Text name) {

    /** A code that nobody has a name for shows itself. */
    public static Named ofCode(String code) {
        return new Named(code, new Text(code, code));
    }
}
