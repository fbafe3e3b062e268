package io.pilotwatch.compliancealert.core;

import java.time.Instant;

/**
 * What follows when an addressee stays silent.
 *
 * @param agency the silent addressee
 * @param to who is told then
 * @param at the first instant at which it is too late to acknowledge
 */
public record Escalating(String agency, String to, Instant at) {}
