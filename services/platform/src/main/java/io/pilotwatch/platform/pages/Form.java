package io.pilotwatch.platform.pages;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.Problem.Fault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A form as it was filled in: what each field says, what of that cannot be read, and the problem that sending it met. A
 * problem's JSON pointer {@code /risks/0/what} is the field {@code risks.0.what}.
 */
public final class Form {

    /** The hidden field that names the request, so that sending it twice does nothing the second time. */
    static final String KEY = "form-key";

    private final Map<String, List<String>> values;
    private final List<Fault> unreadable = new ArrayList<>();
    private final Problem problem;

    private Form(Map<String, List<String>> values, Problem problem) {
        this.values = values;
        this.problem = problem;
    }

    /** Nothing filled in yet. */
    public static Form empty() {
        return new Form(Map.of(), null);
    }

    /** Filled in with these to begin with; null stands for nothing. */
    public static Form of(Map<String, ?> values) {
        var filled = new LinkedHashMap<String, List<String>>();
        values.forEach((name, value) -> filled.put(
                name,
                value instanceof List<?> many
                        ? many.stream().map(String::valueOf).toList()
                        : value == null ? List.of() : List.of(String.valueOf(value))));
        return new Form(filled, null);
    }

    static Form sent(Map<String, List<String>> values) {
        return new Form(values, null);
    }

    /** The same with what went wrong. */
    public Form with(Problem wrong) {
        return new Form(values, wrong);
    }

    /** All that stands in it as it was sent, by field: for a form whose fields come and go. */
    public Map<String, List<String>> values() {
        return values;
    }

    /** The field's text without blanks around it; null where nothing is written. */
    public String text(String name) {
        var value = values.getOrDefault(name, List.of()).stream()
                .findFirst()
                .orElse("")
                .strip();
        // Browsers send line ends as networks do; two of them would count twice.
        return value.isEmpty() ? null : value.replace("\r\n", "\n");
    }

    /** All that was chosen or written under this name. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(v -> !v.isBlank())
                .toList();
    }

    /** A whole number; null where nothing is written. */
    public Integer whole(String name) {
        return read(name, Integer::valueOf, Common.NOT_A_WHOLE_NUMBER.text());
    }

    /** A number; null where nothing is written. */
    public BigDecimal decimal(String name) {
        return read(name, BigDecimal::new, Common.NOT_A_NUMBER.text());
    }

    /** A day; null where nothing is written. */
    public LocalDate day(String name) {
        return read(name, LocalDate::parse, Common.NOT_A_DAY.text());
    }

    /** One of an enum's; null where nothing is chosen. */
    public <E extends Enum<E>> E one(Class<E> type, String name) {
        return read(name, code -> Enum.valueOf(type, code), Common.NOT_ONE_OF_THESE.text());
    }

    /** Whether a box is ticked. */
    public boolean ticked(String name) {
        return text(name) != null;
    }

    /** Read by {@code how}, which throws what {@code otherwise} says in words; null where nothing is written. */
    public <T> T read(String name, Function<String, T> how, Text otherwise) {
        var value = text(name);
        try {
            return value == null ? null : how.apply(value);
        } catch (RuntimeException e) {
            unreadable.add(new Fault(pointer(name), otherwise));
            return null;
        }
    }

    /** What could not be read so far. */
    public List<Fault> unreadable() {
        return List.copyOf(unreadable);
    }

    /** The request's name; null where the form has none. */
    String key() {
        return text(KEY);
    }

    /** For a template: the request's name, this one where it has none yet. */
    public String keyOr(String fresh) {
        return key() == null ? fresh : key();
    }

    /** Everything but what the forms themselves carry, to say what the request was. */
    Map<String, List<String>> content() {
        var content = new TreeMap<>(values);
        content.remove(KEY);
        content.remove(FormTokens.FIELD);
        return content;
    }

    /** For a template: what is in the field, as it was written. */
    public String value(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    /** For a template: whether this is among what was chosen. */
    public boolean has(String name, String code) {
        return values.getOrDefault(name, List.of()).contains(code);
    }

    /** For a template: what went wrong, or null. */
    public Problem problem() {
        return problem;
    }

    /** For a template: what is wrong with the field, in the reader's language, or null. */
    public String fault(String name, Locale l) {
        return faults().filter(f -> name(f.pointer()).equals(name))
                .map(f -> f.text().in(l))
                .findFirst()
                .orElse(null);
    }

    /** For a template: each fault with the field that it is about. */
    public List<At> faults(Locale l) {
        return faults().map(f -> new At(name(f.pointer()), f.text().in(l))).toList();
    }

    /** @param name of the field, which has it as its id too */
    public record At(String name, String text) {}

    private Stream<Fault> faults() {
        return Optional.ofNullable(problem).stream().flatMap(p -> p.faults().stream());
    }

    private static String name(String pointer) {
        return pointer.replaceFirst("^/", "").replace('/', '.');
    }

    private static String pointer(String name) {
        return "/" + name.replace('.', '/');
    }
}
