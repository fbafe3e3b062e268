package io.pilotwatch.intake.pages;

import static io.pilotwatch.intake.pages.AdmissionAct.filled;

import io.pilotwatch.contracts.ApplicationState;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.intake.ApplicationView;
import io.pilotwatch.intake.ReviewView;
import io.pilotwatch.intake.core.Objection;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.pages.Display;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a reader may do with an application, now or when. What is really allowed the desk decides. */
@ApplicationScoped
class Offers {

    private final Programme programme;
    private final Clock clock;

    Offers(Programme programme, Clock clock) {
        this.programme = programme;
        this.clock = clock;
    }

    List<Offer> of(ApplicationView a, Caller caller) {
        var offers = new ArrayList<Offer>();
        var state = state(a);
        if (state == ApplicationState.SUBMITTED && caller.mayRecommend(subject(a))) {
            offers.add(now(AdmissionAct.RECOMMENDATION));
            offers.add(now(AdmissionAct.RETURN));
        }
        if (state == ApplicationState.UNDER_REVIEW && caller.is(Caller.EXPERT)) {
            offers.add(review(a, caller));
        }
        if (caller.is(Caller.PROGRAMME_OFFICE)) {
            offers.addAll(office(a, state));
        }
        if (state == ApplicationState.SHORTLISTED && !isOver(a)) {
            offers.add(Offer.now("objections/new", AdmissionWord.OBJECT, AdmissionWord.OBJECT_MEANS.text()));
        }
        if (isOf(a, caller) && !state.isClosed()) {
            offers.add(now(AdmissionAct.WITHDRAWAL));
        }
        return offers;
    }

    /** Whether the reader may state it. */
    static boolean isOf(ApplicationView a, Caller caller) {
        return caller.is(Caller.PILOT_TEAM) && caller.organisations().contains(a.organisation());
    }

    static ApplicationState state(ApplicationView a) {
        return ApplicationState.valueOf(a.state().code());
    }

    private List<Offer> office(ApplicationView a, ApplicationState state) {
        var forward = switch (state) {
            case SUBMITTED -> later(AdmissionAct.REVIEW_OPENING, AdmissionWord.NOT_RECOMMENDED_YET.text());
            case RECOMMENDED -> now(AdmissionAct.REVIEW_OPENING);
            case UNDER_REVIEW -> later(AdmissionAct.SHORTLISTING, tooFew(a));
            case SHORTLISTED -> later(AdmissionAct.APPROVAL, notApproved(a));
            default -> null;
        };
        return forward == null ? List.of() : List.of(forward, now(AdmissionAct.RETURN), now(AdmissionAct.REJECTION));
    }

    @Nullable
    private Text tooFew(ApplicationView a) {
        long given = a.reviews().stream().filter(ReviewView::inForce).count();
        int least = programme.admission().leastReviews();
        return given >= least ? null : filled(AdmissionWord.REVIEWS_SO_FAR, given, least);
    }

    /** Why it cannot be approved yet; null where it can. */
    @Nullable
    private Text notApproved(ApplicationView a) {
        if (has(a, Objection.State.UPHELD)) {
            return AdmissionWord.OBJECTION_UPHELD.text();
        }
        if (!isOver(a)) {
            return new Text(running(a, Locale.CHINESE), running(a, Locale.ENGLISH));
        }
        long open = a.objections().stream()
                .filter(o -> o.state() == Objection.State.OPEN)
                .count();
        return open == 0 ? null : filled(AdmissionWord.OBJECTIONS_OPEN, open);
    }

    private static String running(ApplicationView a, Locale l) {
        var last = a.commentUntil();
        return AdmissionWord.COMMENT_RUNS.in(l, Display.full(last, l), Display.full(last.plusDays(1), l));
    }

    private static boolean has(ApplicationView a, Objection.State state) {
        return a.objections().stream().anyMatch(o -> o.state() == state);
    }

    private boolean isOver(ApplicationView a) {
        LocalDate today = programme.dayOf(clock.instant());
        return today.isAfter(a.commentUntil());
    }

    private static Offer review(ApplicationView a, Caller caller) {
        boolean given = a.reviews().stream().anyMatch(r -> r.by().equals(caller.name()));
        return given
                ? Offer.now("review", AdmissionWord.CHANGE_REVIEW, AdmissionWord.CHANGE_REVIEW_MEANS.text())
                : Offer.now("review", AdmissionWord.GIVE_REVIEW, AdmissionWord.GIVE_REVIEW_MEANS.text());
    }

    private Offer now(AdmissionAct act) {
        return later(act, null);
    }

    private Offer later(AdmissionAct act, @Nullable Text notYet) {
        return new Offer(act.path(), act.does, means(act), notYet);
    }

    Text means(AdmissionAct act) {
        return act.means(
                programme.admission().leastReviews(), programme.admission().publicCommentDays());
    }

    private Caller.Subject subject(ApplicationView a) {
        var fields = a.fields().stream().map(f -> f.code()).toList();
        boolean covers = a.kind() != null && programme.coversFields(a.kind().code());
        return new Caller.Subject(a.pilotId(), a.organisation(), List.of(), fields, a.region(), covers);
    }
}
