package io.pilotwatch.local;

import io.pilotwatch.local.gateway.Gateway;
import io.pilotwatch.local.ledger.VerifyAudit;
import io.pilotwatch.local.ledger.VerifyLedger;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * The one door: {@code up}, {@code down}, {@code token}, {@code verify-ledger}, {@code verify-audit}, {@code backup}, {@code restore},
 * {@code infra}, and what the launcher itself starts.
 */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        try {
            if (arguments.length == 0) {
                throw new Trouble("Say what to do: up, down, token USER, verify-ledger LEDGER.json JWKS.json,"
                        + " verify-audit FILE… JWKS.json, backup FOLDER, restore FOLDER or infra.");
            }
            List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
            run(arguments[0], rest, Settings.from(System.getenv()));
        } catch (Trouble trouble) {
            System.err.println(trouble.getMessage());
            System.exit(1);
        } catch (Exception e) {
            // Not foreseen, so the stack trace is the clearest that we can give.
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(String command, List<String> arguments, Settings settings) throws Exception {
        // The launcher speaks for itself; the libraries' own messages would only hide what it says.
        logging(command.equals("kafka-broker") || command.equals("gateway") ? Level.WARNING : Level.OFF);
        switch (command) {
            case "up" -> new Up(settings, Options.of(arguments), Platform.whole(settings)).whole();
            case "infra" -> infrastructure(arguments, settings.openToTests());
            case "down" -> down(settings);
            case "token" -> token(arguments, settings);
            case "backup" -> backup(arguments, settings);
            case "restore" -> restore(arguments, settings);
            case "verify-ledger" -> System.exit(VerifyLedger.run(arguments, utf8(System.out)));
            case "verify-audit" -> System.exit(VerifyAudit.run(arguments, utf8(System.out)));
            case "kafka-broker" -> new KafkaBroker(settings).run();
            case "gateway" -> Gateway.run(settings.ports());
            default -> throw new Trouble("There is no command \"" + command + "\".");
        }
    }

    /** What tests need; they are nobody in particular. */
    private static void infrastructure(List<String> arguments, Settings settings) throws Exception {
        new Up(settings, Options.of(arguments), Platform.infrastructure(settings)).infrastructure();
    }

    private static void down(Settings settings) throws IOException, InterruptedException {
        try (Turn _ = Turn.take(settings)) {
            boolean any = new Stop(settings, Report.begin()).all(Platform.whole(settings));
            System.out.println(
                    any ? "Everything is stopped; the data stays in " + settings.data() + "." : "Nothing was running.");
        }
    }

    private static void backup(List<String> arguments, Settings settings) throws Exception {
        if (arguments.size() != 1) {
            throw new Trouble("Say into which folder: deploy/local/backup FOLDER.");
        }
        new Backup(settings, Archive.in(arguments.getFirst()), Report.begin()).run();
    }

    private static void restore(List<String> arguments, Settings settings) throws Exception {
        if (arguments.isEmpty()
                || arguments.size() > 2
                || arguments.size() == 2 && !arguments.getLast().matches("--until=.*Z")) {
            throw new Trouble("Say from which folder: deploy/local/restore FOLDER [--until=2026-03-01T08:00:00Z].");
        }
        Optional<Instant> until = arguments.stream()
                .skip(1)
                .map(argument -> Instant.parse(argument.substring("--until=".length())))
                .findFirst();
        try (Turn _ = Turn.take(settings)) {
            new Restore(settings, Archive.in(arguments.getFirst()), until, Report.begin()).run();
        }
    }

    private static void token(List<String> arguments, Settings settings) {
        if (arguments.size() != 1) {
            throw new Trouble("Say for whom: deploy/local/token USER, e.g. office, regulator-tax or team-001.");
        }
        System.out.println(Tokens.of(settings).forUser(arguments.getFirst()));
    }

    /** What a verdict is written in, wherever it goes. */
    private static PrintStream utf8(PrintStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    private static void logging(Level level) {
        System.setProperty(
                "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$-7s %3$s: %5$s%6$s%n");
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(level);
        ConsoleHandler console = new ConsoleHandler();
        console.setLevel(level);
        root.addHandler(console);
    }
}
