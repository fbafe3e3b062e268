package io.pilotwatch.contracts;

/** A stable code shown with its names, as {@code {"code":"tax","name":{"zh":"…","en":"…"}}}. */
public record Named(String code, Text name) {}
