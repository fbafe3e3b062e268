package io.pilotwatch.milestone.pages;

import java.util.List;

/**
 * A form that is to be checked before it is sent.
 *
 * @param title of the form
 * @param means what sending it does
 * @param send what the button says
 * @param at where the form is; it is sent to {@code /send} below, and {@code /change} below shows it again
 * @param names of the fields, which carry what was filled in
 */
public record Check(Say title, Say means, Say send, String at, List<String> names, List<Answer> answers) {}
