package io.pilotwatch.intake.pages;

import io.pilotwatch.contracts.ApplicationState;
import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme.Criterion;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.intake.ApplicationView;
import io.pilotwatch.intake.EntryView;
import io.pilotwatch.intake.LikelyDuplicate;
import io.pilotwatch.intake.ObjectionView;
import io.pilotwatch.intake.PilotView;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.pages.Display;
import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How applications and pilots are put into words on a page. */
@TemplateExtension
public final class Shown {

    private static final Map<EventType, Text> DEEDS = new EnumMap<>(Map.ofEntries(
            Map.entry(EventType.APPLICATION_SUBMITTED, new Text("提交申报", "Submitted")),
            Map.entry(EventType.APPLICATION_RECOMMENDED, new Text("推荐", "Recommended")),
            Map.entry(EventType.APPLICATION_REVIEW_STARTED, new Text("启动专家评审", "Expert review opened")),
            Map.entry(EventType.APPLICATION_REVIEWED, new Text("给出评审意见", "Review given")),
            Map.entry(EventType.APPLICATION_SHORTLISTED, new Text("列入公示", "Shortlisted")),
            Map.entry(EventType.OBJECTION_RAISED, new Text("提出异议", "Objection raised")),
            Map.entry(EventType.OBJECTION_SETTLED, new Text("处理异议", "Objection settled")),
            Map.entry(EventType.APPLICATION_RETURNED, new Text("退回补正", "Returned for correction")),
            Map.entry(EventType.APPLICATION_REJECTED, new Text("不予入选", "Rejected")),
            Map.entry(EventType.APPLICATION_WITHDRAWN, new Text("撤回申报", "Withdrawn")),
            Map.entry(EventType.PILOT_APPROVED, new Text("公布为试点", "Published as a pilot")),
            Map.entry(EventType.PILOT_AMENDED, new Text("修改应用场景", "Scenarios changed")),
            Map.entry(EventType.DELEGATION_GRANTED, new Text("增加受委托单位", "Delegate added")),
            Map.entry(EventType.DELEGATION_REVOKED, new Text("取消委托", "Delegate revoked")),
            Map.entry(EventType.PILOT_ADVANCED, new Text("进入新阶段", "Went on to another state")),
            Map.entry(EventType.PILOT_SUSPENDED, new Text("暂停试点", "Suspended")),
            Map.entry(EventType.PILOT_RESUMED, new Text("恢复试点", "Resumed")),
            Map.entry(EventType.PILOT_TERMINATED, new Text("终止试点", "Terminated")),
            Map.entry(EventType.PILOT_WITHDRAWN, new Text("退出试点", "Left the programme")),
            Map.entry(EventType.PILOT_EVALUATION_STARTED, new Text("启动终期评估", "Final evaluation begun")),
            Map.entry(EventType.PILOT_COMPLETED, new Text("评定为完成", "Completed")),
            Map.entry(EventType.PILOT_FAILED, new Text("评定为未通过", "Did not pass"))));

    private static final Text UNTOLD_DRAFT = new Text("保存", "Saved");
    private static final Text UNTOLD_PILOT = new Text("更新联系人", "Contacts changed");

    private Shown() {}

    /** What was done. */
    static Text deed(EntryView entry) {
        if (entry.event() != null) {
            return DEEDS.getOrDefault(entry.event(), entry.state().name());
        }
        return switch (entry.state().code()) {
            case "DRAFT", "RETURNED" -> UNTOLD_DRAFT;
            case "WITHDRAWN" -> DEEDS.get(EventType.APPLICATION_WITHDRAWN);
            default -> UNTOLD_PILOT;
        };
    }

    /** The names, one after the other. */
    static String listed(List<Named> names, Locale l) {
        return names.stream().map(n -> n.name().in(l)).collect(Collectors.joining(Text.isChinese(l) ? "、" : ", "));
    }

    /** What becomes of an objection. */
    static AdmissionWord becomes(ObjectionView objection) {
        return switch (objection.state()) {
            case OPEN -> AdmissionWord.OBJECTION_STATE_OPEN;
            case UPHELD -> AdmissionWord.OBJECTION_STATE_UPHELD;
            case DISMISSED -> AdmissionWord.OBJECTION_STATE_DISMISSED;
        };
    }

    /** What two things have in common. */
    static AdmissionWord common(LikelyDuplicate duplicate) {
        return switch (duplicate.because()) {
            case SAME_TEXT -> AdmissionWord.SAME_TEXT;
            case SAME_ORGANISATION_AND_FIELD -> AdmissionWord.SAME_ORGANISATION;
        };
    }

    /** The page of what may be the same: the register's where it became a pilot or came from a list. */
    static String address(LikelyDuplicate duplicate) {
        boolean applied = Arrays.stream(ApplicationState.values())
                .anyMatch(s -> s.name().equals(duplicate.state().code()) && s != ApplicationState.APPROVED);
        return applied ? ApplicationPages.at(duplicate.pilotId()) : StepPages.at(duplicate.pilotId());
    }

    /** Whether nothing more becomes of a pilot. */
    static boolean ended(PilotView pilot) {
        return PilotState.valueOf(pilot.state().code()).isEnded();
    }

    /** As part of an address. */
    static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Where the fields of the contact in this place begin. */
    @TemplateExtension(namespace = "profile")
    static String at(int place) {
        return "contacts." + place + ".";
    }

    /** The form's field for a criterion's score. */
    static String field(Criterion criterion) {
        return "scores." + criterion.code();
    }

    /** The address of an application's page. */
    static String home(ApplicationView a) {
        return ApplicationPages.at(a.pilotId());
    }

    /** What the reader is to do with one that waits for them. */
    static Word task(ApplicationView a, Caller caller) {
        return switch (Offers.state(a)) {
            case DRAFT -> Word.NEXT_FILL_IN;
            case RETURNED -> Word.NEXT_CORRECT;
            case SUBMITTED -> Word.NEXT_RECOMMEND;
            case RECOMMENDED -> Word.NEXT_OPEN;
            case UNDER_REVIEW -> caller.is(Caller.EXPERT) ? Word.NEXT_REVIEW : Word.NEXT_SHORTLIST;
            case SHORTLISTED -> Word.NEXT_SETTLE;
            case APPROVED, REJECTED, WITHDRAWN -> Word.NEXT_NONE;
        };
    }

    /** For what it waits, whoever reads. */
    static String next(ApplicationView a, Locale l) {
        return switch (Offers.state(a)) {
            case DRAFT -> Word.NEXT_FILL_IN.in(l);
            case RETURNED -> Word.NEXT_CORRECT.in(l);
            case SUBMITTED -> Word.NEXT_RECOMMENDER.in(l);
            case RECOMMENDED -> Word.NEXT_OPENING.in(l);
            case UNDER_REVIEW -> Word.NEXT_EXPERTS.in(l);
            case SHORTLISTED -> Word.NEXT_COMMENT.in(l, Display.withWeekday(a.commentUntil(), l));
            case APPROVED, REJECTED, WITHDRAWN -> Word.NEXT_NONE.in(l);
        };
    }

    /** Whether nothing more can become of it. */
    static boolean closed(ApplicationView a) {
        return ApplicationState.valueOf(a.state().code()).isClosed();
    }
}
