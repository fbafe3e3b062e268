package io.pilotwatch.milestone.pages;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * What is to be done, the most urgent first.
 *
 * @param returned what the lead gave back, refused or ordered to be put right
 * @param overdue by due day
 * @param soon due within {@value #SOON} days, or without a day
 * @param waiting for the lead
 * @param next what comes after all that; null where nothing does
 */
public record Work(
        List<Item> returned,
        List<Item> overdue,
        List<Item> soon,
        List<Item> waiting,
        @Nullable Item next) {

    /** Days ahead that are soon. */
    static final int SOON = 30;

    private static final Comparator<Item> BY_DAY = comparing(Item::due, nullsFirst(naturalOrder()))
            .thenComparing(item -> item.place().pilotId());

    /** When something is to be done. */
    enum Urgency {
        RETURNED,
        DUE,
        WAITING
    }

    /**
     * One thing.
     *
     * @param kind what it is, in a word or two
     * @param what it is about
     * @param due programme day; null where none is set
     * @param daysLeft negative once it is over; 0 without a day
     * @param said what the lead said; null where it said nothing
     * @param link where it is done
     * @param doing what is done there
     */
    public record Item(
            Urgency urgency,
            Word kind,
            Place place,
            Text what,
            @Nullable LocalDate due,
            long daysLeft,
            @Nullable Said said,
            String link,
            Word doing) {

        static Item of(Urgency urgency, Word kind, Place place, Text what, @Nullable LocalDate due, LocalDate today) {
            long left = due == null ? 0 : ChronoUnit.DAYS.between(today, due);
            return new Item(urgency, kind, place, what, due, left, null, place.path(), Word.DO_SEE);
        }

        /** With what the lead said. */
        Item saying(@Nullable Said words) {
            return new Item(urgency, kind, place, what, due, daysLeft, words, link, doing);
        }

        /** With the one thing to do about it; whoever may only look is led there to look. */
        Item at(String address, Word act) {
            return new Item(
                    urgency, kind, place, what, due, daysLeft, said, address, place.mayPost() ? act : Word.DO_SEE);
        }

        /** Whether its day is over. */
        public boolean late() {
            return due != null && daysLeft < 0;
        }

        /** Days since its day. */
        public long daysLate() {
            return -daysLeft;
        }
    }

    static Work of(List<Item> items) {
        var due = of(items, Urgency.DUE);
        return new Work(
                of(items, Urgency.RETURNED),
                due.stream().filter(Item::late).toList(),
                due.stream().filter(i -> !i.late() && i.daysLeft() <= SOON).toList(),
                of(items, Urgency.WAITING),
                due.stream().filter(i -> i.daysLeft() > SOON).findFirst().orElse(null));
    }

    private static List<Item> of(List<Item> items, Urgency urgency) {
        return items.stream().filter(i -> i.urgency() == urgency).sorted(BY_DAY).toList();
    }

    /** Whether there is nothing to do now. */
    public boolean quiet() {
        return returned.isEmpty() && overdue.isEmpty() && soon.isEmpty();
    }
}
