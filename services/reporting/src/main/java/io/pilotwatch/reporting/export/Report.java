package io.pilotwatch.reporting.export;

import io.pilotwatch.contracts.Text;
import java.util.Arrays;
import java.util.Optional;

/** A report that can be had regularly. */
public enum Report {
    PILOTS("pilots", Format.XLSX.ending(), Tables.PILOTS.title()),
    MILESTONES("milestones", Format.XLSX.ending(), Tables.MILESTONES.title()),
    PORTFOLIO("portfolio", "pdf", new Text("试点总览报告", "Portfolio report")),
    FIELD("field", "pdf", new Text("领域报告", "Field report"));

    private final String stem;
    private final String ending;
    private final Text title;

    Report(String stem, String ending, Text title) {
        this.stem = stem;
        this.ending = ending;
        this.title = title;
    }

    /** The one that is asked for so, such as {@code pilots.xlsx}. */
    public static Optional<Report> named(String name) {
        return Arrays.stream(values()).filter(r -> r.asked().equals(name)).findFirst();
    }

    /** How it is asked for. */
    public String asked() {
        return stem + "." + ending;
    }

    /** What it is, in words. */
    public Text title() {
        return title;
    }

    /** Whether it is of the pilots that a filter lets through; the others are of a whole. */
    public boolean isTable() {
        return this == PILOTS || this == MILESTONES;
    }

    String stem() {
        return stem;
    }
}
