package io.pilotwatch.platform;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * An answer to an accepted submission: in JSON the fields of what was made, and {@code receipt} beside them.
 *
 * @param made a record that has no field of the name {@code receipt} itself
 */
public record Receipted<T>(@JsonUnwrapped T made, Receipt receipt) {}
