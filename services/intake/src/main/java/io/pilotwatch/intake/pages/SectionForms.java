package io.pilotwatch.intake.pages;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.intake.ApplicationRequest;
import io.pilotwatch.intake.ApplicationView;
import io.pilotwatch.intake.Person;
import io.pilotwatch.intake.core.Contact;
import io.pilotwatch.intake.core.Wish;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.pages.Form;
import io.pilotwatch.platform.pages.Forms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Between an application's parts and the forms in which they are stated. */
@ApplicationScoped
class SectionForms {

    private final Programme programme;
    private final Forms forms;

    SectionForms(Programme programme, Forms forms) {
        this.programme = programme;
        this.forms = forms;
    }

    /** A part as it stands. */
    static Form of(ApplicationView a, Section section) {
        var values = new HashMap<String, Object>();
        switch (section) {
            case KIND -> values.put("kind", a.kind() == null ? null : a.kind().code());
            case FIELDS -> {
                values.put("fields", codes(a.fields()));
                values.put("tags", codes(a.tags()));
            }
            case APPLICANT -> {
                values.put("region", a.region());
                values.put("level", a.level() == null ? null : a.level().code());
                values.put("levelReason", a.levelReason());
                values.put("synthetic", a.synthetic() ? "true" : null);
            }
            case CONTACT -> values.putAll(of(a.contact()));
            case SUMMARY -> values.put("summary", a.summary());
            case SCENARIOS -> values.put("scenarios", String.join("\n", a.scenarios()));
        }
        return Form.of(values);
    }

    private static Map<String, Object> of(@Nullable Contact person) {
        var values = new HashMap<String, Object>();
        if (person != null) {
            values.put("name", person.name());
            values.put("role", person.role());
            values.put("phone", person.phone());
            values.put("email", person.email());
        }
        return values;
    }

    private static List<String> codes(List<Named> names) {
        return names.stream().map(Named::code).toList();
    }

    /** What the form makes of the application; values are held to what the API takes. */
    UnaryOperator<Wish> read(Section section, Form form) {
        return switch (section) {
            case KIND -> kind(form);
            case FIELDS -> fields(form);
            case APPLICANT -> applicant(form);
            case CONTACT -> contact(form);
            case SUMMARY -> summary(form);
            case SCENARIOS -> scenarios(form);
        };
    }

    private UnaryOperator<Wish> kind(Form form) {
        var kind = orEmpty(form.text("kind"));
        return wish -> wish.asking(kind, wish.fields(), wish.tags());
    }

    private UnaryOperator<Wish> summary(Form form) {
        var summary = form.text("summary");
        valid(form, null, summary, null, null, null);
        return wish -> wish.showing(orEmpty(summary));
    }

    private UnaryOperator<Wish> scenarios(Form form) {
        var lines = lines(form.text("scenarios"));
        try {
            valid(form, null, null, lines, null, null);
        } catch (Problem p) {
            // All lines are one field here.
            var faults = p.faults().stream()
                    .map(f -> new Problem.Fault("/scenarios", f.text()))
                    .distinct()
                    .toList();
            throw new Problem(p.status(), p.code(), p.text(), faults);
        }
        return wish -> wish.in(lines);
    }

    private void valid(
            Form form,
            @Nullable String region,
            @Nullable String summary,
            @Nullable List<String> scenarios,
            @Nullable String level,
            @Nullable String reason) {
        forms.valid(
                form,
                new ApplicationRequest(null, null, null, "-", region, summary, scenarios, level, reason, null, null));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** A part of a field that is no longer chosen goes with it. */
    private UnaryOperator<Wish> fields(Form form) {
        var fields = form.all("fields");
        var tags = programme.fields().stream()
                .filter(f -> fields.contains(f.code()))
                .flatMap(f -> f.tags().stream())
                .map(Named::code)
                .filter(form.all("tags")::contains)
                .toList();
        return wish -> wish.asking(wish.kind(), fields, tags);
    }

    private UnaryOperator<Wish> applicant(Form form) {
        var region = form.text("region");
        var reason = form.text("levelReason");
        var level = form.text("level");
        valid(form, region, null, null, level, reason);
        return wish -> wish.from(orEmpty(region), level, reason, form.ticked("synthetic"));
    }

    /** Where no field is filled in, nobody is named. */
    private UnaryOperator<Wish> contact(Form form) {
        var person = new Person(form.text("name"), form.text("role"), form.text("phone"), form.text("email"));
        if (person.equals(new Person(null, null, null, null))) {
            return wish -> wish.askedOf(null);
        }
        var named = forms.valid(form, person).contact();
        return wish -> wish.askedOf(named);
    }

    /** The texts of several lines, without empty ones. */
    static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
    }
}
