package io.pilotwatch.platform;

import io.pilotwatch.contracts.Refusal;
import io.pilotwatch.contracts.Text;
import java.util.List;

/** A request that is answered with {@code application/problem+json} (RFC 9457), in the caller's language. */
public class Problem extends RuntimeException {

    /**
     * One thing wrong with the request.
     *
     * @param pointer JSON pointer into the body, or the name of a parameter or header
     */
    public record Fault(String pointer, Text text) {}

    private final int status;
    private final String code;
    private final Text text;
    private final transient List<Fault> faults;

    /** A problem with a stable code and a reason. */
    public Problem(int status, String code, Text text) {
        this(status, code, text, List.of());
    }

    /** A problem with the places at fault. */
    public Problem(int status, String code, Text text, List<Fault> faults) {
        super(code + ": " + text.en());
        this.status = status;
        this.code = code;
        this.text = text;
        this.faults = faults;
    }

    /** What a refused decision is answered with: 422 where values are at fault, 409 where the state of things is. */
    public static Problem of(Refusal refusal) {
        var faults = refusal.faults().stream()
                .map(fault -> new Fault(fault.pointer(), fault.text()))
                .toList();
        return new Problem(faults.isEmpty() ? 409 : 422, refusal.name(), refusal.text(), faults);
    }

    /** What HTTP itself does not allow, such as an unknown address or method. */
    static Problem of(int status) {
        return new Problem(status, "HTTP_" + status, HttpTexts.of(status));
    }

    /** Nothing is at this address, or nothing that the caller may know of. */
    public static Problem notFound(String what) {
        return new Problem(404, "NOT_FOUND", new Text("未找到：" + what, "Not found: " + what));
    }

    /** The caller is known but may not do this to this pilot. */
    public static Problem foreign(String pilotId) {
        return new Problem(
                403,
                "FOREIGN_PILOT",
                new Text(
                        "您的账号无权访问试点 %s。".formatted(pilotId),
                        "Your account may not reach pilot %s.".formatted(pilotId)));
    }

    /** A parameter or header has a value that cannot be used. */
    public static Problem badParameter(String name, Text text) {
        return new Problem(400, "BAD_PARAMETER", text, List.of(new Fault(name, text)));
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Stable, upper case with underscores. */
    public String code() {
        return code;
    }

    /** The reason. */
    public Text text() {
        return text;
    }

    /** The places at fault; may be empty. */
    public List<Fault> faults() {
        return faults;
    }
}
