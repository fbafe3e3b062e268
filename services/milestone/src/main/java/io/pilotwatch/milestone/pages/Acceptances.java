package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.decision.DecisionDesk;
import io.pilotwatch.milestone.decision.Waiting.Key;
import io.pilotwatch.milestone.decision.Waiting.Kind;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.Words;
import io.pilotwatch.platform.pages.Form;
import io.pilotwatch.platform.pages.Forms;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Several of a kind agreed to at once: one that is refused keeps no other from being agreed to. */
@ApplicationScoped
class Acceptances {

    private static final Text NOTHING_CHOSEN = new Text("请至少勾选一项。", "Tick at least one.");

    /** As many as a page shows. */
    private static final int MOST = 50;

    private final DecisionDesk desk;
    private final Forms forms;

    Acceptances(DecisionDesk desk, Forms forms) {
        this.desk = desk;
        this.forms = forms;
    }

    /** What is said with all of them. */
    record Said(@Nullable @Words String reason) {}

    /** Those that are ticked, with a reason where one is due. */
    List<Key> chosen(Form form, Kind kind) {
        forms.valid(form, new Said(form.text("reason")));
        var chosen = form.all("chosen").stream()
                .map(Key::of)
                .filter(key -> key.kind() == kind)
                .distinct()
                .limit(MOST)
                .toList();
        if (chosen.isEmpty()) {
            throw new Problem(
                    422, "NOTHING_CHOSEN", NOTHING_CHOSEN, List.of(new Problem.Fault("/chosen", NOTHING_CHOSEN)));
        }
        if (kind.alwaysNeedsReason() && form.text("reason") == null) {
            throw VerdictPages.reasonMissing();
        }
        return chosen;
    }

    /** Each in a transaction of its own; returns where the results are told. */
    String agree(Caller caller, Kind kind, List<Key> chosen, @Nullable String reason) {
        int agreed = 0;
        var refused = new StringBuilder();
        for (var key : chosen) {
            try {
                QuarkusTransaction.requiringNew().run(() -> desk.decide(caller, key, true, reason));
                agreed++;
            } catch (Problem p) {
                refused.append("&refused=").append(URLEncoder.encode(Outcome.code(key, p), StandardCharsets.UTF_8));
            }
        }
        return "/milestone/decisions?kind=" + kind.slug() + "&done=yes&about=" + kind + "&agreed=" + agreed + refused;
    }
}
