package io.pilotwatch.milestone.pages;

import static java.util.stream.Collectors.toMap;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.RectificationState;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.Pilots;
import io.pilotwatch.milestone.Present;
import io.pilotwatch.milestone.Standing;
import io.pilotwatch.milestone.pages.Work.Item;
import io.pilotwatch.milestone.pages.Work.Urgency;
import io.pilotwatch.milestone.pages.WorkRows.LastOfBook;
import io.pilotwatch.milestone.pages.WorkRows.Open;
import io.pilotwatch.milestone.report.Rectifications;
import io.pilotwatch.milestone.report.Rectifications.Order;
import io.pilotwatch.milestone.report.ReportDesk;
import io.pilotwatch.milestone.report.ReportView;
import io.pilotwatch.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is to be done for pilots: a handful of statements, however many pilots. */
@ApplicationScoped
class WorkDesk {

    private final Pilots pilots;
    private final WorkRows rows;
    private final ReportDesk reports;
    private final Rectifications rectifications;
    private final Present present;

    WorkDesk(Pilots pilots, WorkRows rows, ReportDesk reports, Rectifications rectifications, Present present) {
        this.pilots = pilots;
        this.rows = rows;
        this.reports = reports;
        this.rectifications = rectifications;
        this.present = present;
    }

    /** The pilots for which the caller speaks. */
    List<Standing> team(Caller caller) {
        return pilots.ofTeam(caller);
    }

    /** What is to be done for these. */
    Work of(Caller caller, List<Standing> several) {
        var places = several.stream()
                .map(pilot -> Place.of(pilot, caller))
                .collect(toMap(Place::pilotId, Function.identity()));
        var ids = places.keySet();
        var today = present.today();
        var orders = rectifications.of(ids);
        var books = rows.books(ids);
        var items = Stream.of(
                        rows.milestones(ids).stream().flatMap(m -> milestone(places.get(m.pilotId()), m, today)),
                        reports.of(several, orders).stream().flatMap(r -> report(places.get(r.pilotId()), r, today)),
                        orders.stream().flatMap(o -> order(places.get(o.pilotId()), o, today)),
                        places.values().stream().flatMap(place -> book(place, books.get(place.pilotId()), today)))
                .flatMap(Function.identity())
                // A pilot that rests or has ended owes nothing; what the lead is to decide stays to be decided.
                .filter(item -> item.place().owes() || item.urgency() == Urgency.WAITING)
                .toList();
        return Work.of(items);
    }

    private static Stream<Item> milestone(Place place, Open m, LocalDate today) {
        var page = place.milestone(m.milestoneId());
        var update = place.mayPost() ? page + "/update" : page;
        if (m.returned() != null) {
            return Stream.of(Item.of(Urgency.RETURNED, Word.MILESTONE_RETURNED, place, m.title(), m.due(), today)
                    .saying(m.returned())
                    .at(update, Word.DO_UPDATE));
        }
        return switch (m.state()) {
            case CLAIMED ->
                Stream.of(Item.of(Urgency.WAITING, Word.CLAIMED, place, m.title(), m.due(), today)
                        .at(page, Word.DO_SEE));
            case PLANNED, IN_PROGRESS -> {
                boolean done = m.percent() == 100;
                var claim = place.mayPost() ? page + "/claim" : page;
                var due = Item.of(Urgency.DUE, Word.MILESTONE, place, m.title(), m.due(), today)
                        .at(done ? claim : update, done ? Word.DO_CLAIM : Word.DO_UPDATE);
                yield Stream.concat(Stream.of(due), extension(place, m, today).stream());
            }
            case REACHED, CANCELLED -> Stream.empty();
        };
    }

    private static List<Item> extension(Place place, Open m, LocalDate today) {
        var page = place.milestone(m.milestoneId());
        if (m.requestedDue() != null) {
            return List.of(Item.of(Urgency.WAITING, Word.EXTENSION_WAITS, place, m.title(), m.requestedDue(), today)
                    .at(page, Word.DO_SEE));
        }
        return isNews(m.refused(), today)
                ? List.of(Item.of(Urgency.RETURNED, Word.EXTENSION_REFUSED, place, m.title(), m.due(), today)
                        .saying(m.refused())
                        .at(page, Word.DO_SEE))
                : List.of();
    }

    /** What asks for nothing further is told for a while only. */
    private static boolean isNews(@Nullable Said said, LocalDate today) {
        return said != null && said.on().isAfter(today.minusDays(Work.SOON));
    }

    private Stream<Item> report(Place place, ReportView r, LocalDate today) {
        var link = place.path() + "/reports/" + r.key();
        var what = name(r);
        return switch (r.state().code()) {
            case "RETURNED" ->
                Stream.of(Item.of(Urgency.RETURNED, Word.REPORT_RETURNED, place, what, r.due(), today)
                        .saying(new Said(r.note(), r.by(), present.dayOf(r.at())))
                        .at(link, Word.DO_REPORT));
            case "SUBMITTED" ->
                Stream.of(Item.of(Urgency.WAITING, Word.REPORT_SUBMITTED, place, what, r.due(), today)
                        .at(link, Word.DO_SEE));
            case "ACCEPTED" -> Stream.empty();
            default ->
                Stream.of(Item.of(Urgency.DUE, Word.REPORT, place, what, r.due(), today)
                        .at(link, Word.DO_REPORT));
        };
    }

    private static Text name(ReportView r) {
        if (r.period() == null) {
            return new Text(r.report().title(), r.report().title());
        }
        var of = Word.REPORT_OF.text();
        var period = r.period().name();
        return new Text(of.zh().formatted(period.zh()), of.en().formatted(period.en()));
    }

    private static Stream<Item> order(Place place, Order o, LocalDate today) {
        if (o.acceptedOn() != null) {
            return Stream.empty();
        }
        boolean answered = o.state() == RectificationState.ANSWERED;
        var back = o.note() == null ? Word.RECTIFICATION : Word.RECTIFICATION_RETURNED;
        var of = Word.RECTIFICATION_OF.text();
        var what = o.demand() == null
                ? new Text(of.zh().formatted(o.orderedOn()), of.en().formatted(o.orderedOn()))
                : new Text(o.demand(), o.demand());
        return Stream.of(Item.of(
                        answered ? Urgency.WAITING : Urgency.RETURNED,
                        answered ? Word.RECTIFICATION_ANSWERED : back,
                        place,
                        what,
                        o.due(),
                        today)
                .saying(o.note() == null ? null : new Said(o.note(), null, null))
                .at(
                        "/compliance-alert/rectifications/" + o.rectificationId(),
                        answered ? Word.DO_SEE : Word.DO_ANSWER));
    }

    private static Stream<Item> book(Place place, @Nullable LastOfBook last, LocalDate today) {
        var link = place.path() + "/task-book";
        var what = Word.TASK_BOOK.text();
        if (last == null) {
            return Stream.of(Item.of(Urgency.DUE, Word.BOOK_MISSING, place, what, null, today)
                    .at(link, Word.DO_BOOK));
        }
        return switch (last.event()) {
            case TASK_BOOK_RETURNED ->
                Stream.of(Item.of(Urgency.RETURNED, Word.BOOK_RETURNED, place, what, null, today)
                        .saying(last.said())
                        .at(link, Word.DO_BOOK));
            case TASK_BOOK_CHANGE_REFUSED ->
                Stream.of(Item.of(Urgency.RETURNED, Word.BOOK_CHANGE_REFUSED, place, what, null, today)
                                .saying(last.said())
                                .at(link, Word.DO_SEE))
                        .filter(_ -> isNews(last.said(), today));
            case TASK_BOOK_SUBMITTED ->
                Stream.of(Item.of(Urgency.WAITING, Word.BOOK_SUBMITTED, place, what, null, today)
                        .at(link, Word.DO_SEE));
            case TASK_BOOK_CHANGE_REQUESTED ->
                Stream.of(Item.of(Urgency.WAITING, Word.BOOK_CHANGE_ASKED, place, what, null, today)
                        .at(link, Word.DO_SEE));
            default -> Stream.empty();
        };
    }
}
