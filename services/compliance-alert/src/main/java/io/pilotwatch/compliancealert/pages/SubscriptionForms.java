package io.pilotwatch.compliancealert.pages;

import io.pilotwatch.compliancealert.core.Rule;
import io.pilotwatch.compliancealert.core.Rules;
import io.pilotwatch.compliancealert.delivery.ReceiptKey;
import io.pilotwatch.compliancealert.delivery.Signing;
import io.pilotwatch.compliancealert.delivery.SubscriptionResource.NewSubscription;
import io.pilotwatch.compliancealert.delivery.SubscriptionResource.Wanted;
import io.pilotwatch.compliancealert.delivery.SubscriptionView;
import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Timing;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.pages.Form;
import io.pilotwatch.platform.pages.Forms;
import io.pilotwatch.platform.pages.Frames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The form of a way to be told: what there is to choose from, what it starts with, and what was chosen. */
@ApplicationScoped
class SubscriptionForms {

    /**
     * What there is to choose from.
     *
     * @param agencies empty where the account speaks for one only
     * @param fields empty where the account leads one only
     */
    record Choices(
            ChannelKind channel,
            List<Named> agencies,
            List<Named> severities,
            List<Named> rules,
            List<Named> fields,
            List<Named> timings,
            List<Named> languages,
            List<Named> daily,
            List<Named> signatures) {

        /** The channel's code. */
        public String code() {
            return channel.name();
        }

        /** The channel in words. */
        public String name(Locale l) {
            return channel.text().in(l);
        }

        /** Whether it goes to an e-mail address. */
        public boolean email() {
            return channel == ChannelKind.EMAIL;
        }

        /** Whether it goes to an address of the receiver's own. */
        public boolean webhook() {
            return channel == ChannelKind.WEBHOOK;
        }

        /** Whether it goes into a group chat. */
        public boolean robot() {
            return !email() && !webhook() && channel != ChannelKind.STREAM;
        }
    }

    /** The ways that there are, as the first page offers them. */
    record Channels(List<String> robots) {

        /** A channel in words. */
        public String name(String code, Locale l) {
            return ChannelKind.valueOf(code).text().in(l);
        }
    }

    static final Channels CHANNELS =
            new Channels(List.of(ChannelKind.WECOM.name(), ChannelKind.DINGTALK.name(), ChannelKind.FEISHU.name()));

    private static final List<Named> LANGUAGES =
            List.of(new Named("zh-CN", new Text("中文", "Chinese (中文)")), new Named("en", new Text("英文", "English")));

    private static final List<Named> SIGNATURES = List.of(
            new Named(Signing.Kind.HMAC.name(), new Text("共享密钥（HMAC-SHA256）", "a shared secret (HMAC-SHA256)")),
            new Named(Signing.Kind.ED25519.name(), new Text("公钥（Ed25519）", "a public key (Ed25519)")));

    private final Frames frames;
    private final Forms forms;
    private final Clock clock;

    SubscriptionForms(Frames frames, Forms forms, Clock clock) {
        this.frames = frames;
        this.forms = forms;
        this.clock = clock;
    }

    /** Around each page. */
    Frames frames() {
        return frames;
    }

    Form read() {
        return forms.read();
    }

    Response once(Form form, Supplier<String> effect) {
        return forms.once(form, effect);
    }

    Choices choices(ChannelKind channel) {
        var caller = frames.caller();
        var timings = channel == ChannelKind.STREAM
                ? List.<Named>of()
                : List.of(
                        new Named(Timing.AT_ONCE.name(), NoticeWord.AT_ONCE.text()),
                        new Named(Timing.DIGEST.name(), NoticeWord.DIGEST.text()));
        return new Choices(
                channel,
                unlessOne(agencies(caller)),
                Arrays.stream(Severity.values())
                        .map(s -> new Named(s.name(), atLeast(s)))
                        .toList(),
                Rules.ALL.stream().map(r -> new Named(r.name(), r.title())).toList(),
                unlessOne(fields(caller)),
                timings,
                LANGUAGES,
                channel == ChannelKind.STREAM ? List.of() : List.of(new Named("true", NoticeWord.HEARTBEAT_YES.text())),
                channel == ChannelKind.WEBHOOK ? SIGNATURES : List.of());
    }

    /** All alerts, in the reader's language, and the daily report as the channel usually has it. */
    Form fresh(ChannelKind channel) {
        var start = new LinkedHashMap<String, Object>();
        start.put("leastSeverity", Severity.INFO);
        start.put("timing", Timing.AT_ONCE);
        start.put("language", frames.frame().chinese() ? "zh-CN" : "en");
        start.put("signature", Signing.Kind.HMAC);
        start.put("heartbeat", channel == ChannelKind.EMAIL ? "true" : null);
        return Form.of(start);
    }

    Form of(SubscriptionView view) {
        var start = new LinkedHashMap<String, Object>();
        start.put("leastSeverity", view.leastSeverity());
        start.put("rules", view.rules());
        start.put("fields", view.fields());
        start.put("timing", view.timing());
        start.put("language", view.language());
        start.put("heartbeat", view.heartbeat() ? "true" : null);
        return Form.of(start);
    }

    NewSubscription made(Form form, ChannelKind channel) {
        return forms.valid(
                form,
                new NewSubscription(
                        form.text("agency"),
                        channel,
                        form.text("target"),
                        form.all("rules"),
                        form.one(Severity.class, "leastSeverity"),
                        form.all("fields"),
                        form.one(Timing.class, "timing"),
                        form.text("language"),
                        form.ticked("heartbeat"),
                        form.one(Signing.Kind.class, "signature"),
                        null));
    }

    /** @param receiptKey which the form does not ask for, and so stays as it is */
    Wanted wanted(Form form, @Nullable ReceiptKey receiptKey) {
        return forms.valid(
                form,
                new Wanted(
                        form.all("rules"),
                        form.one(Severity.class, "leastSeverity"),
                        form.all("fields"),
                        form.one(Timing.class, "timing"),
                        form.text("language"),
                        form.ticked("heartbeat"),
                        receiptKey));
    }

    /** This severity and what is graver. */
    static Text atLeast(Severity severity) {
        if (severity == Severity.INFO) {
            return NoticeWord.ALL_SEVERITIES.text();
        }
        var text = NoticeWord.AT_LEAST.text();
        return severity == Severity.CRITICAL
                ? severity.text()
                : new Text(
                        text.zh().formatted(severity.text().zh()),
                        text.en().formatted(severity.text().en()));
    }

    static List<Text> rules(List<String> codes) {
        return codes.stream()
                .map(code -> Rules.named(code).map(Rule::title).orElse(new Text(code, code)))
                .toList();
    }

    List<Text> fieldNames(List<String> codes) {
        return codes.stream()
                .map(code -> frames.programme().field(code).map(f -> f.name()).orElse(new Text(code, code)))
                .toList();
    }

    /** The name that it bears today. */
    Text agency(String code) {
        var programme = frames.programme();
        return programme.agencies().stream()
                .filter(a -> a.code().equals(code))
                .findFirst()
                .map(a -> a.nameOn(programme.dayOf(clock.instant())))
                .orElse(new Text(code, code));
    }

    private List<Named> agencies(Caller caller) {
        return caller.agencies(frames.programme()).stream()
                .map(code -> new Named(code, agency(code)))
                .toList();
    }

    private List<Named> fields(Caller caller) {
        return frames.programme().fields().stream()
                .filter(f ->
                        caller.is(Caller.PROGRAMME_OFFICE) || caller.fields().contains(f.code()))
                .map(f -> new Named(f.code(), f.name()))
                .toList();
    }

    private static List<Named> unlessOne(List<Named> options) {
        return options.size() > 1 ? options : List.of();
    }
}
