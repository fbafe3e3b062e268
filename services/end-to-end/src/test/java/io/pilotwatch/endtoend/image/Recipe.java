package io.pilotwatch.endtoend.image;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What {@code deploy/Dockerfile} says of the last stage, step by step, done by Jib, for which no engine is needed. A step
 * that is not known here stops: then this would be another image than the engine's. The base is left empty, since it can only
 * be had from a registry.
 */
record Recipe(Path root, String service, List<Step> steps) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    record Step(String word, String rest) {}

    static Recipe of(Path root, String service) throws IOException {
        var text = Files.readString(root.resolve("deploy/Dockerfile")).replace("\\\n", " ");
        var steps = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.replace("${SERVICE}", service).split("\\s+", 2))
                .map(parts -> new Step(parts[0], parts[1]))
                .toList();
        var last = steps.stream().map(Step::word).toList().lastIndexOf("FROM");
        return new Recipe(root, service, steps.subList(last, steps.size()));
    }

    /** All that stands after this word, in order. */
    List<String> all(String word) {
        return steps.stream()
                .filter(step -> step.word().equals(word))
                .map(Step::rest)
                .toList();
    }

    /** The command that asks whether the service is ready. */
    List<String> healthCheck() throws IOException {
        var asked = all("HEALTHCHECK").getFirst();
        return words(asked.substring(asked.indexOf("CMD ") + 4));
    }

    void build(Path tar, Path cache) throws Exception {
        var image = Jib.fromScratch().setFormat(ImageFormat.OCI);
        for (var step : steps) {
            take(image, step);
        }
        image.containerize(to(tar, cache));
    }

    private Containerizer to(Path tar, Path cache) throws CacheDirectoryCreationException, Exception {
        return Containerizer.to(TarImage.at(tar).named("pilotwatch/" + service))
                .setBaseImageLayersCache(cache)
                .setApplicationLayersCache(cache)
                .setOfflineMode(true);
    }

    private void take(JibContainerBuilder image, Step step) throws IOException {
        switch (step.word()) {
            case "FROM", "ARG", "HEALTHCHECK" -> {
                // The base, the service's name, and what an image of Jib's cannot say.
            }
            case "STOPSIGNAL" -> {
                if (!step.rest().equals("SIGTERM")) {
                    throw new IllegalArgumentException("a JVM ends at SIGTERM: " + step);
                }
            }
            case "LABEL" -> image.addLabel(name(step), value(step));
            case "ENV" -> image.addEnvironmentVariable(name(step), value(step));
            case "WORKDIR" -> image.setWorkingDirectory(AbsoluteUnixPath.get(step.rest()));
            case "COPY" -> image.addFileEntriesLayer(layer(step.rest()));
            case "USER" -> image.setUser(step.rest());
            case "EXPOSE" -> image.addExposedPort(Port.tcp(Integer.parseInt(step.rest())));
            case "ENTRYPOINT" -> image.setEntrypoint(words(step.rest()));
            default -> throw new IllegalArgumentException("not known here: " + step);
        }
    }

    private FileEntriesLayer layer(String rest) throws IOException {
        var copied = Pattern.compile("--from=build /src/(\\S+) (\\S+)").matcher(rest);
        if (!copied.matches()) {
            throw new IllegalArgumentException("not from the build: COPY " + rest);
        }
        return FileEntriesLayer.builder()
                .setName(copied.group(2))
                .addEntryRecursive(
                        root.resolve(copied.group(1)),
                        AbsoluteUnixPath.get(all("WORKDIR").getFirst()).resolve(copied.group(2)))
                .build();
    }

    private static String name(Step step) {
        return step.rest().substring(0, step.rest().indexOf('='));
    }

    private static String value(Step step) {
        var value = step.rest().substring(step.rest().indexOf('=') + 1);
        return value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }

    private static List<String> words(String json) throws IOException {
        var words = new ArrayList<String>();
        MAPPER.readTree(json).forEach(word -> words.add(word.asText()));
        return words;
    }
}
