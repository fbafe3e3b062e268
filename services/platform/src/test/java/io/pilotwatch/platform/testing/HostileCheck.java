package io.pilotwatch.platform.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotwatch.platform.testing.Mutations.Mutation;
import io.pilotwatch.platform.testing.OpenApi.Operation;
import io.pilotwatch.platform.testing.RawHttp.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Hostile requests made from the service's own API document, to be extended by a {@code @QuarkusTest} of each service. Each
 * is an operation's example with one thing about it made wrong, sent with the token of a role that may call it; the same
 * requests in each run. Each is answered, none by a 5xx, a refusal is a problem with a code and has stored nothing.
 */
public abstract class HostileCheck {

    private static final long SEED = 20220130;
    private static final int GROUP = 25;
    private static final int SHOWN = 40;

    /** @param name operation, role and what is wrong */
    private record Attack(String name, RawRequest request) {}

    private final Set<String> faults = new TreeSet<>();
    private Stored stored;

    /** How many requests to send. */
    protected abstract int requests();

    /** What a path's parameter names in this request, so that it reaches something that there is; null for nothing. */
    protected String thing(String parameter, int turn) {
        return null;
    }

    @Test
    void eachHostileRequestIsAnsweredAndARefusedOneStoresNothing() {
        stored = new Stored();
        var attacks = attacks();
        for (int from = 0; from < attacks.size(); from += GROUP) {
            sendAll(attacks.subList(from, Math.min(attacks.size(), from + GROUP)), true);
        }
        assertEquals(
                "",
                faults.stream().limit(SHOWN).collect(Collectors.joining("\n")),
                faults.size() + " of " + attacks.size() + " hostile requests were not answered as they should be");
    }

    /** Every mutation of every operation in an order that looks like chance, from the beginning again when all are used. */
    private List<Attack> attacks() {
        var random = new Random(SEED);
        record Choice(Operation operation, String role, JsonNode example, Mutation mutation) {}
        var choices = new ArrayList<Choice>();
        for (var operation : OpenApi.operations()) {
            var roles = operation.roles().isEmpty() ? List.of("") : operation.roles();
            for (int i = 0; i < roles.size(); i++) {
                var role = roles.get(i);
                var example = operation.hasBody() ? operation.examples().get(role) : null;
                var mutations = Mutations.of(operation, example);
                // Roles differ in what they see, not in how they are read: they share the mutations.
                for (int m = i; m < mutations.size(); m += roles.size()) {
                    choices.add(new Choice(operation, role, example, mutations.get(m)));
                }
            }
        }
        Collections.shuffle(choices, random);
        return IntStream.range(0, requests())
                .mapToObj(i -> {
                    var choice = choices.get(i % choices.size());
                    return attack(choice.operation(), choice.role(), choice.example(), choice.mutation(), i);
                })
                .toList();
    }

    private Attack attack(Operation operation, String role, JsonNode example, Mutation mutation, int turn) {
        var request = new RawRequest(operation.method(), operation.address(name -> thing(name, turn)));
        if (!role.isEmpty()) {
            request.headers.put("Authorization", "Bearer " + Tokens.of(Users.of(role)));
        }
        request.headers.put("Idempotency-Key", UUID.randomUUID().toString());
        if (example != null) {
            request.headers.put("Content-Type", operation.contentType());
            request.body(example.isTextual() ? example.asText() : example.toString());
        }
        mutation.change().accept(request);
        return new Attack(operation.name() + " as " + role + ", " + mutation.what(), request);
    }

    /** Looks at the database around the whole group; where one was accepted, around the others when they are sent again. */
    private void sendAll(List<Attack> attacks, boolean first) {
        var before = stored.now();
        var refused = new ArrayList<Attack>();
        for (var attack : attacks) {
            var answer = RawHttp.send(attack.request().bytes(), attack.request().cut);
            if (first) {
                judge(attack, answer);
            }
            // What only reads may be accepted, and stores nothing either.
            if (answer.status() / 100 != 2 || attack.request().method.equals("GET")) {
                refused.add(attack);
            }
        }
        if (refused.size() < attacks.size()) {
            sendAll(refused, false);
        } else if (!stored.now().equals(before)) {
            if (attacks.size() > 1) {
                attacks.forEach(attack -> sendAll(List.of(attack), false));
            } else {
                judgeStored(attacks.getFirst());
            }
        }
    }

    /** Something was stored while this alone was sent. When that happens again, it was not a deadline's doing. */
    private void judgeStored(Attack attack) {
        var before = stored.now();
        RawHttp.send(attack.request().bytes(), attack.request().cut);
        var after = stored.now();
        if (!after.equals(before)) {
            faults.add(attack.name() + ": was refused and changed " + before + " to " + after);
        }
    }

    private void judge(Attack attack, Answer answer) {
        boolean whole = attack.request().isHttp && !attack.request().cut;
        var status = answer.status();
        if (status == -1) {
            faults.add(attack.name() + ": no answer");
        } else if (status == 0 && whole) {
            faults.add(attack.name() + ": hung up");
        } else if (status == 401 && !attack.name().contains("Authorization")
                || answer.body().contains("ROLE_MISSING")) {
            faults.add(attack.name() + ": did not get past the first door");
        } else if (status >= 500) {
            faults.add(attack.name() + ": " + status + " " + answer.body());
        } else if (status >= 400 && whole && !isProblem(answer)) {
            faults.add(attack.name() + ": " + status + " is no problem but " + answer.headers() + " " + answer.body());
        }
    }

    private static boolean isProblem(Answer answer) {
        Map<String, String> headers = answer.headers();
        return headers.getOrDefault("content-type", "").startsWith("application/problem+json")
                && answer.body().contains("\"code\":\"")
                && headers.containsKey("content-language");
    }
}
