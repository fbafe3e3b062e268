package io.pilotwatch.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {

    private static final Caller.Subject TAX =
            new Caller.Subject("BP-028", "示例单位-028", List.of("示例单位-030"), List.of("tax"), "北京市", false);
    private static final Caller.Subject COMPREHENSIVE =
            new Caller.Subject("BP-001", "海淀区", List.of(), List.of("tax"), "北京市", true);
    private static final Caller.Subject NO_FIELD =
            new Caller.Subject("BP-024", "中国工商银行", List.of(), List.of(), "", false);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // sentence, role, organisation, field, region, pilot, sees, reports, leads
        "a team sees and reports its own pilot, pilot-team, 示例单位-028, , , TAX, true, true, false",
        "a team does not see another organisation's, pilot-team, 示例单位-029, , , TAX, false, false, false",
        "an organisation without the role is nobody, viewer-to-be, 示例单位-028, , , TAX, false, false, false",
        "a regulator leads its field, regulator, , tax, , TAX, true, false, true",
        "a regulator does not see another field, regulator, , energy, , TAX, false, false, false",
        "a regulator sees a comprehensive pilot of its field but does not lead it, regulator, , tax, , COMPREHENSIVE, true, false, false",
        "the office leads the comprehensive ones, programme-office, , , , COMPREHENSIVE, true, false, true",
        "the office sees a field's pilot and leaves the lead to its regulator, programme-office, , , , TAX, true, false, false",
        "the office leads where no field is stated, programme-office, , , , NO_FIELD, true, false, true",
        "a recommender sees its region, recommender, , , 北京市, TAX, true, false, false",
        "a recommender does not see another region, recommender, , , 重庆市, TAX, false, false, false",
        "a viewer sees all and does nothing, viewer, , , , TAX, true, false, false",
        "an operator sees all and does nothing, operator, , , , NO_FIELD, true, false, false"
    })
    void decidesByRoleAndSubject(
            String sentence,
            String role,
            String organisation,
            String field,
            String region,
            String pilot,
            boolean sees,
            boolean reports,
            boolean leads) {
        var caller =
                new Caller("someone", Set.of(role.substring("".length())), set(organisation), set(field), set(region));
        var subject = switch (pilot) {
            case "TAX" -> TAX;
            case "COMPREHENSIVE" -> COMPREHENSIVE;
            default -> NO_FIELD;
        };

        assertEquals(
                List.of(sees, reports, leads),
                List.of(caller.maySee(subject), caller.mayReport(subject), caller.mayLead(subject)));
    }

    private static Set<String> set(String value) {
        return value == null ? Set.of() : Set.of(value);
    }
}
