package io.pilotwatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The house rules that only the sources show: files that can be read in a sitting, and a top level that stays as it is. */
class SourceRulesTest {

    private static final Path ROOT = root();
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 30;

    @Test
    void noMainFileIsLongerThanASitting() throws IOException {
        var tooLong = new ArrayList<String>();
        for (var file : mainSources()) {
            var lines = Files.readAllLines(file).size();
            if (lines > LONGEST_FILE) {
                tooLong.add(ROOT.relativize(file) + ": " + lines + " lines; split it by what it is about");
            }
        }
        assertEquals(List.of(), tooLong);
    }

    @Test
    void noMethodIsLongerThanAScreen() throws IOException {
        assertEquals(List.of(), methodsLongerThan(LONGEST_METHOD));
    }

    @Test
    void theMethodsAreReallyMeasured() throws IOException {
        assertTrue(methodsLongerThan(15).size() > 5);
    }

    @Test
    void theTopLevelStaysAsItIs() throws IOException {
        try (var top = Files.list(ROOT)) {
            var names = top.map(p -> p.getFileName().toString())
                    .filter(n -> !n.startsWith(".") && !n.equals("target"))
                    .sorted()
                    .toList();
            assertEquals(List.of("LICENSE", "README.md", "charts", "deploy", "pom.xml", "services"), names);
        }
    }

    @Test
    void noTestSleeps() throws IOException {
        // Awaitility waits for a fact; a sleep waits for luck.
        var sleeping = Pattern.compile("Thread\\.sleep\\(");
        var found = new ArrayList<Path>();
        for (var file : javaFiles("src/test/java")) {
            if (!file.endsWith("SourceRulesTest.java")
                    && sleeping.matcher(Files.readString(file)).find()) {
                found.add(ROOT.relativize(file));
            }
        }
        assertEquals(List.of(), found);
    }

    private static List<String> methodsLongerThan(int most) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(mainSources()));
            var trees = Trees.instance(task);
            var found = new ArrayList<String>();
            for (var unit : task.parse()) {
                new Lengths(trees, unit, most, found).scan(unit, null);
            }
            return found;
        }
    }

    private static final class Lengths extends TreeScanner<Void, Void> {
        private final Trees trees;
        private final CompilationUnitTree unit;
        private final int most;
        private final List<String> found;

        Lengths(Trees trees, CompilationUnitTree unit, int most, List<String> found) {
            this.trees = trees;
            this.unit = unit;
            this.most = most;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null) {
                var positions = trees.getSourcePositions();
                var lines = unit.getLineMap();
                var length = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()))
                        - lines.getLineNumber(positions.getStartPosition(unit, method.getBody()))
                        + 1;
                if (length > most) {
                    found.add("%s#%s: %d lines; give a step a name of its own"
                            .formatted(
                                    ROOT.relativize(Path.of(unit.getSourceFile().toUri())), method.getName(), length));
                }
            }
            return super.visitMethod(method, nothing);
        }
    }

    private static List<Path> mainSources() throws IOException {
        return javaFiles("src/main/java");
    }

    private static List<Path> javaFiles(String folder) throws IOException {
        var files = new ArrayList<Path>();
        for (var part : List.of(ROOT.resolve("services"), ROOT.resolve("deploy"))) {
            try (Stream<Path> walk = Files.walk(part)) {
                walk.filter(p -> p.toString().endsWith(".java") && p.toString().contains(folder))
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("deploy/local/verify"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
