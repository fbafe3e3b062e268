package io.pilotwatch.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pilotwatch.contracts.ProgrammeCheck.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgrammeCheckTest {

    @Test
    void theShippedProgrammeIsRight() {
        assertEquals(List.of(), ProgrammeCheck.problems(ShippedProgramme.read()));
    }

    /** Each row breaks one thing in the shipped programme; null takes a value away. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a name without Chinese                  | /name/zh                      | null          | /name/zh                       | is missing
        a blank English name deep inside        | /fields/3/name/en             | "  "          | /fields/3/name/en              | is blank
        no zone                                 | /zone                         | null          | /zone                          | is missing
        no start                                | /start                        | null          | /start                         | is missing
        no fields                               | /fields                       | null          | /fields                        | is missing
        a hole in a list                        | /template/2                   | null          | /template/2                    | is missing
        an agency with half a name              | /agencies/4/names/0/name/en   | null          | /agencies/4/names/0/name/en    | is missing
        a threshold without severity            | /rules/PILOT_STALE/0/severity | null          | /rules/PILOT_STALE/0/severity  | is missing
        an empty alias                          | /fields/0/aliases/0           | ""            | /fields/0/aliases/0            | is blank
        kinds that are none                     | /kinds                        | []            | /kinds                         | is empty
        a milestone template that is none       | /template                     | []            | /template                      | is empty
        an agency that never had a name         | /agencies/4/names             | []            | /agencies/4/names              | is empty
        a rule without thresholds               | /rules/PILOT_STALE            | []            | /rules/PILOT_STALE             | has no threshold
        a code that no address can carry        | /code                         | "Block chain" | /code                          | is not lower case with hyphens
        a milestone id with a dot               | /template/0/id                | "m.1"         | /template/0/id                 | is not lower case with hyphens
        two agencies with one code              | /agencies/19 | {"code":"cac","names":[{"name":{"zh":"甲","en":"A"}}]} | /agencies/19/code              | is already used at /agencies/0/code
        two fields with one code                | /fields/4/code                | "energy"      | /fields/4/code                 | is already used at /fields/1/code
        two categories with one code            | /categories/4 | {"code":"fintech","name":{"zh":"甲","en":"A"}} | /categories/4/code | is already used at /categories/3/code
        two kinds with one code                 | /kinds/1/code                 | "comprehensive" | /kinds/1/code                | is already used at /kinds/0/code
        two milestones with one id              | /template/5/id                | "m1"          | /template/5/id                 | is already used at /template/0/id
        two tags with one code                  | /fields/2/tags/1/code         | "online-services" | /fields/2/tags/1/code      | is already used at /fields/2/tags/0/code
        an alias of another field               | /fields/1/aliases/0           | "税费服务"    | /fields/4/aliases/0            | is already a spelling of /fields/1
        an alias that is a later field's code   | /fields/1/aliases/0           | "TAX"         | /fields/1/aliases/0            | is already a spelling of /fields/4
        a kind spelled as a field               | /kinds/1/aliases/0            | "制造"        | /kinds/1/aliases/0             | is already a spelling of /fields/0
        a lead that is no agency                | /fields/4/lead                | "irs"         | /fields/4/lead                 | names no agency of this programme: irs
        a category that is none                 | /fields/4/category            | "money"       | /fields/4/category             | names no category of this programme: money
        an office that is no agency             | /office                       | "nobody"      | /office                        | names no agency of this programme: nobody
        a later name without its day            | /agencies/14/names/1/from     | null          | /agencies/14/names/1           | has no from: only the first name needs none
        a name older than the one before        | /agencies/14/names/0/from     | "2023-05-18"  | /agencies/14/names/1/from      | is not after the name before it, from 2023-05-18
        a milestone before the start            | /template/0/due               | "2022-01-29"  | /template/0/due                | is before the start 2022-01-30
        a milestone after the deadline          | /template/5/due               | "2024-01-01"  | /template/5/due                | is after the deadline 2023-12-31
        milestones out of order                 | /template/2/due               | "2022-09-29"  | /template/2/due                | is before the milestone before it, due 2022-09-30
        weights that add up to less             | /template/2/weight            | 19            | /template                      | has weights that add up to 99 instead of 100 percent
        a rule in lower case                    | /rules/pilot_stale            | [{"at":1,"in":"DAYS","severity":"INFO"}] | /rules/pilot_stale | is not a rule name in UPPER_SNAKE case
        a threshold below zero                  | /rules/EVIDENCE_SHARED/0/at   | -1            | /rules/EVIDENCE_SHARED/0/at    | is below 0 days
        a threshold without a measure           | /rules/PILOT_STALE/0/in       | null          | /rules/PILOT_STALE/0/in        | is missing
        two measures in one rule                | /rules/EVIDENCE_MISSING/1/in  | "DAYS"        | /rules/EVIDENCE_MISSING/1/in   | is not WORKING_DAYS as the threshold before it
        more than all of a path                 | /rules/INDICATOR_BEHIND/0/at  | 101           | /rules/INDICATOR_BEHIND/0/at   | is not 1 to 100 percent
        a period that equals itself             | /rules/INDICATOR_UNCHANGED/0/at | 1           | /rules/INDICATOR_UNCHANGED/0/at | is below 2 periods
        a grade that no finding has             | /rules/PROHIBITED_CONTENT/1/at | 3            | /rules/PROHIBITED_CONTENT/1/at | is neither grade 1 nor 2
        a zero that does not stand alone        | /rules/PILOT_STALE/0/at       | 0             | /rules/PILOT_STALE/0/at        | is 0, which only stands alone
        a threshold twice                       | /rules/PILOT_STALE/1/at       | 60            | /rules/PILOT_STALE/1/at        | is out of order after 60
        a threshold out of order                | /rules/MILESTONE_OVERDUE/2/at | 5             | /rules/MILESTONE_OVERDUE/2/at  | is out of order after 7
        a percent out of order                  | /rules/PROGRESS_FELL/1/at     | 1             | /rules/PROGRESS_FELL/1/at      | is out of order after 1
        a superior that is no agency            | /fields/8/superior            | "nobody"      | /fields/8/superior             | names no agency of this programme: nobody
        a superior that is the lead             | /fields/8/superior            | "mca"         | /fields/8/superior             | is the lead itself
        one lead with two superiors             | /fields/1/lead                | "miit"        | /fields/1/superior             | differs: the lead's is state-council
        an acknowledgement that never stands    | /escalation/acknowledgedForWorkingDays | 0    | /escalation/acknowledgedForWorkingDays | is not above 0
        the superior at once                    | /escalation/superiorAfterWorkingDays | 0      | /escalation/superiorAfterWorkingDays | is not above 0
        the office before the superior          | /escalation/officeAfterWorkingDays | 2        | /escalation/officeAfterWorkingDays | is before the superior is told, after 3
        no edition of the calendar              | /calendar/version             | null          | /calendar/version              | is missing
        a year without its source               | /calendar/years/1/source      | " "           | /calendar/years/1/source       | is blank
        a year before the one before            | /calendar/years/3 | {"year":2023,"source":"国办发明电","holidays":[],"workdays":[]} | /calendar/years/3/year | is not after 2024
        a holiday that ends before it begins    | /calendar/years/0/holidays/1/to | "2022-01-30" | /calendar/years/0/holidays/1/to | is before the first day off
        a holiday of another year               | /calendar/years/2/holidays/0/from | "2023-01-01" | /calendar/years/2/holidays/0/from | is no day of 2024
        a make-up day of another year           | /calendar/years/0/workdays/0  | "2021-02-20"  | /calendar/years/0/workdays/0   | is no day of 2022
        a make-up day that is worked anyway     | /calendar/years/0/workdays/0  | "2022-01-28"  | /calendar/years/0/workdays/0   | is worked in any case: it is no Saturday or Sunday
        a severity that falls                   | /rules/PILOT_STALE/1/severity | "INFO"        | /rules/PILOT_STALE/1/severity  | is less grave than the threshold before it
        a prefix in lower case                  | /pilotPrefix                  | "bp"          | /pilotPrefix                   | is not two to five capital letters A to Z
        a prefix of one letter                  | /pilotPrefix                  | "B"           | /pilotPrefix                   | is not two to five capital letters A to Z
        a ratio that would be added up          | /benefits/1/indicators/2/additive | true      | /benefits/1/indicators/2/additive | would add up ratios
        points that add up to less              | /typicalCases/criteria/0/points | 5           | /typicalCases/criteria         | has points that add up to 95 instead of 100
        more points asked for than there are    | /typicalCases/leastPoints     | 101           | /typicalCases/leastPoints      | is not 0 to 100 points
        a criterion without its merit           | /typicalCases/criteria/2/merit | null         | /typicalCases/criteria/2/merit | is missing
        a grade better than the best            | /typicalCases/criteria/1/at   | 3             | /typicalCases/criteria/1/at    | is not 1 to 2, for each grade one
        more milestones than all                | /typicalCases/criteria/2/at   | 101           | /typicalCases/criteria/2/at    | is not 1 to 100 percent
        no scenario asked for                   | /typicalCases/criteria/10/at  | 0             | /typicalCases/criteria/10/at   | is not 1 or more
        less conduct than none                  | /typicalCases/criteria/5/at   | -1            | /typicalCases/criteria/5/at    | is below 0
        the same asked for twice                | /typicalCases/criteria/7/at   | 2             | /typicalCases/criteria/7       | is already asked for at /typicalCases/criteria/6
        reports every 13 months                 | /reports/everyMonths          | 13            | /reports/everyMonths           | is not 1, 3, 6 or 12 months
        reports every 0 months                  | /reports/everyMonths          | 0             | /reports/everyMonths           | is not 1, 3, 6 or 12 months
        reports due a season later              | /reports/dueDaysAfter         | 61            | /reports/dueDaysAfter          | is not 0 to 60 days
        no pilots expected                      | /expectedPilots               | 0             | /expectedPilots                | is not above 0
        a tolerance below zero                  | /lateToleranceMinutes         | -1            | /lateToleranceMinutes          | is below 0 minutes
        """)
    void oneThingWrongIsNamed(String what, String broken, String value, String pointer, String reason)
            throws JsonProcessingException {
        assertEquals(List.of(new Problem(pointer, reason)), ProgrammeCheck.problems(with(broken, value)));
    }

    @Test
    void everyProblemIsToldAtOnce() throws JsonProcessingException {
        var broken = with("/agencies/19", "{}");
        broken = with(broken, "/template/2/weight", "0");
        broken = with(broken, "/pilotPrefix", "\"B\"");

        assertEquals(
                List.of("/agencies/19/code", "/agencies/19/names", "/pilotPrefix", "/template/2/weight", "/template"),
                ProgrammeCheck.problems(broken).stream().map(Problem::pointer).toList());
    }

    private static Programme with(String pointer, String value) throws JsonProcessingException {
        return with(ShippedProgramme.read(), pointer, value);
    }

    private static Programme with(Programme programme, String pointer, String value) throws JsonProcessingException {
        var tree = Json.production().valueToTree(programme);
        var at = JsonPointer.compile(pointer);
        var key = at.last().getMatchingProperty();
        JsonNode replacement = Json.production().readTree(value);
        switch (tree.at(at.head())) {
            case ObjectNode object -> object.set(key, replacement);
            case ArrayNode array when at.last().getMatchingIndex() == array.size() -> array.add(replacement);
            case ArrayNode array -> array.set(at.last().getMatchingIndex(), replacement);
            default -> throw new IllegalArgumentException("nothing to break at " + pointer);
        }
        return Json.production().treeToValue(tree, Programme.class);
    }
}
