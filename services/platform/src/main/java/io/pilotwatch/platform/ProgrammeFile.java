package io.pilotwatch.platform;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.ProgrammeCheck;
import io.pilotwatch.platform.YamlRecords.Found;
import io.pilotwatch.platform.YamlRecords.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads the programme from its YAML file, or says everything that is wrong with it. */
public final class ProgrammeFile {

    /** The file cannot be used; the message has a line {@code name:LINE:COLUMN: /pointer: reason} for every problem. */
    public static final class Invalid extends RuntimeException {
        private static final long serialVersionUID = 1;

        Invalid(String message) {
            super(message);
        }
    }

    private final String name;

    private ProgrammeFile(String name) {
        this.name = name;
    }

    /**
     * Reads and checks a programme.
     *
     * @param name how messages call the file
     * @param in YAML in UTF-8; the caller closes it
     * @throws Invalid when anything is wrong with it
     */
    public static Programme read(String name, InputStream in) {
        return read(name, new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    }

    /**
     * Reads and checks a programme.
     *
     * @param name how messages call the file
     * @param in YAML; the caller closes it
     * @throws Invalid when anything is wrong with it
     */
    public static Programme read(String name, Reader in) {
        return new ProgrammeFile(name).read(in);
    }

    private Programme read(Reader in) {
        var records = new YamlRecords();
        var programme = records.bind(compose(text(in)), Programme.class);
        if (programme != null) {
            ProgrammeCheck.problems(programme).forEach(p -> records.objectTo(p.pointer(), p.reason()));
        }
        if (!records.found().isEmpty()) {
            throw new Invalid(records.found().stream().map(this::line).collect(Collectors.joining("\n")));
        }
        return programme;
    }

    private String text(Reader in) {
        try {
            return in.readAllAsString();
        } catch (CharacterCodingException e) {
            throw unreadable(Place.TOP, "is not UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Node compose(String text) {
        try {
            var root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            if (root == null || Tag.NULL.equals(root.getTag())) {
                throw unreadable(Place.TOP, "is empty");
            }
            return root;
        } catch (MarkedYAMLException e) {
            throw unreadable(Place.of(e.getProblemMark()), e.getProblem());
        } catch (ReaderException e) {
            var before = text.substring(0, Math.min(e.getPosition(), text.length()));
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            throw unreadable(
                    new Place(line, before.length() - before.lastIndexOf('\n')), "a character that no text has");
        } catch (YAMLException e) {
            throw unreadable(Place.TOP, e.getMessage());
        }
    }

    private Invalid unreadable(Place place, String reason) {
        return new Invalid(line(new Found(place, "", reason)));
    }

    private String line(Found found) {
        var what = found.pointer().isEmpty() ? found.reason() : found.pointer() + ": " + found.reason();
        return "%s:%d:%d: %s"
                .formatted(name, found.place().line(), found.place().column(), what);
    }
}
