package io.pilotwatch.platform;

import io.pilotwatch.contracts.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Keeps one caller from writing over what another has just written: a thing's revision is its strong {@code ETag}, and a
 * change names by {@code If-Match} the revision it was made for. Ask after the thing's row is locked, inside {@link
 * Idempotency}'s effect, so that a repeat with the same key still gets the first answer. {@code *} matches any revision; a
 * weak tag matches none; 400 {@code BAD_PARAMETER} for what is no list of tags.
 */
@ApplicationScoped
public class IfMatch {

    private static final Pattern TAG =
            Pattern.compile("[ \\t]*+(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*+)\"[ \\t]*+(,|$)");

    private final HttpHeaders headers;

    IfMatch(HttpHeaders headers) {
        this.headers = headers;
    }

    /** The revision as an ETag. */
    public EntityTag tag(long revision) {
        return new EntityTag(Long.toString(revision));
    }

    /** For a PUT: 428 {@code PRECONDITION_REQUIRED} without the header, 412 {@code STALE} when it names other revisions. */
    public void required(long current) {
        if (absent()) {
            throw new Problem(
                    428,
                    "PRECONDITION_REQUIRED",
                    new Text(
                            "请在请求头 If-Match 中给出您所修改内容的 ETag。",
                            "Name in the header If-Match the ETag of what you are changing."));
        }
        honoured(current);
    }

    /** For a POST: nothing without the header, 412 {@code STALE} when it names other revisions. */
    public void honoured(long current) {
        if (!absent() && !matches(String.join(",", header()), Long.toString(current))) {
            throw new Problem(
                    412,
                    "STALE",
                    new Text(
                            "内容已有更新（现为 \"%d\"），请重新读取后再提交。".formatted(current),
                            "It was changed meanwhile and is now \"%d\"; read it again first.".formatted(current)));
        }
    }

    static boolean matches(String header, String current) {
        if (header.strip().equals("*")) {
            return true;
        }
        var tag = TAG.matcher(header);
        boolean found = false;
        boolean more = true;
        while (more) {
            if (!tag.lookingAt()) {
                throw Problem.badParameter(
                        HttpHeaders.IF_MATCH,
                        new Text("If-Match 应为带引号的 ETag 列表或 *。", "If-Match is a list of quoted ETags, or *."));
            }
            found |= tag.group(1) == null && tag.group(2).equals(current);
            more = tag.group(3).equals(",");
            tag.region(tag.end(), header.length());
        }
        return found;
    }

    private boolean absent() {
        return header().isEmpty();
    }

    private List<String> header() {
        var lines = headers.getRequestHeader(HttpHeaders.IF_MATCH);
        return lines == null ? List.of() : lines;
    }
}
