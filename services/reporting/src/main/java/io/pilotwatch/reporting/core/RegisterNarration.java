package io.pilotwatch.reporting.core;

import static io.pilotwatch.reporting.core.Phrase.around;
import static io.pilotwatch.reporting.core.Phrase.because;
import static io.pilotwatch.reporting.core.Phrase.say;
import static io.pilotwatch.reporting.core.Phrase.withNote;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.PilotEvent.DelegationGranted;
import io.pilotwatch.contracts.PilotEvent.DelegationRevoked;
import io.pilotwatch.contracts.PilotEvent.PilotAdvanced;
import io.pilotwatch.contracts.PilotEvent.PilotAmended;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.contracts.PilotEvent.PilotCompleted;
import io.pilotwatch.contracts.PilotEvent.PilotEvaluationStarted;
import io.pilotwatch.contracts.PilotEvent.PilotFailed;
import io.pilotwatch.contracts.PilotEvent.PilotResumed;
import io.pilotwatch.contracts.PilotEvent.PilotSuspended;
import io.pilotwatch.contracts.PilotEvent.PilotTerminated;
import io.pilotwatch.contracts.PilotEvent.PilotWithdrawn;
import io.pilotwatch.contracts.PilotEvent.RegisterEvent;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;

/** What befalls a published pilot, in words. */
final class RegisterNarration {

    private RegisterNarration() {}

    static Text of(RegisterEvent event, Programme programme) {
        return switch (event) {
            case PilotApproved e ->
                say(
                        "列入试点名单，序号 %d",
                        "Published in the list of pilots as number %d",
                        e.pilot().number());
            case PilotAmended e -> new Text("试点登记信息变更", "Entry in the register amended");
            case DelegationGranted e ->
                withNote(say("授权 %s 代为填报", "%s may act for the pilot", e.organisation()), e.reason());
            case DelegationRevoked e ->
                withNote(say("取消 %s 的代为填报授权", "%s may no longer act for the pilot", e.organisation()), e.reason());
            case PilotAdvanced e -> advanced(e);
            case PilotSuspended e -> because("试点暂停", "Pilot suspended", e.reason());
            case PilotResumed e -> because("试点恢复", "Pilot resumed", e.reason());
            case PilotTerminated e -> because("试点终止", "Pilot terminated", e.reason());
            case PilotWithdrawn e -> because("退出试点", "Pilot withdrew from the programme", e.reason());
            case PilotEvaluationStarted e -> because("终期评估开始", "Final evaluation started", e.reason());
            case PilotCompleted e -> withNote(completed(e, programme), e.reason());
            case PilotFailed e -> because("终期评估未通过", "Final evaluation not passed", e.reason());
        };
    }

    private static Text advanced(PilotAdvanced e) {
        var from = e.previous().text();
        var to = e.pilot().state().text();
        return new Text(
                "阶段由“%s”转为“%s”".formatted(from.zh(), to.zh()),
                "State changed from %s to %s".formatted(from.en(), to.en()));
    }

    private static Text completed(PilotCompleted e, Programme programme) {
        var grade = e.pilot().grade();
        if (grade == null) {
            return new Text("终期评估通过", "Final evaluation passed");
        }
        var name = Programme.named(programme.grades(), grade).map(Named::name).orElse(new Text(grade, grade));
        return around("终期评估通过，等级：%s", "Final evaluation passed, grade: %s", name);
    }
}
