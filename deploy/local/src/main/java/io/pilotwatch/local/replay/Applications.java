package io.pilotwatch.local.replay;

import io.pilotwatch.local.replay.Script.Pilot;
import io.pilotwatch.local.replay.Script.Programme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Applications of the first year that come to nothing, each in another way: the list stays as it was published. Each is
 * of another team, so that it can be found as the one that this team sees.
 */
final class Applications {

    private static final String OFFICE = "office";
    private static final String ALL = "/intake/api/v1/applications";
    private static final String OWN = ALL + "/{pilotId in " + ALL + "}";
    private static final LocalDate FIRST = LocalDate.of(2022, 3, 1);
    private static final List<Map<String, Integer>> SCORES = List.of(
            Map.of("need", 80, "soundness", 70, "organisation", 85, "replicability", 75),
            Map.of("need", 75, "soundness", 65, "organisation", 80, "replicability", 60),
            Map.of("need", 85, "soundness", 80, "organisation", 70, "replicability", 80));

    private final Diary diary;
    private final Pilot applicant;
    private LocalDate day;

    private Applications(Diary diary, Pilot applicant, LocalDate day) {
        this.diary = diary;
        this.applicant = applicant;
        this.day = diary.actingDay(day);
    }

    static List<Act> of(long seed, Programme programme, List<Pilot> pilots) {
        var acts = new ArrayList<Act>();
        for (int i = 0; i < Math.min(4, pilots.size()); i++) {
            var applicant = pilots.get(i);
            var diary = new Diary("replay-%d-application-%d".formatted(seed, i), applicant, programme.end());
            new Applications(diary, applicant, FIRST.plusWeeks(i)).goOneOfFourWays(i);
            acts.addAll(diary.acts());
        }
        return acts;
    }

    private void goOneOfFourWays(int way) {
        apply();
        switch (way) {
            case 0 -> {
                recommend();
                review();
                office("/rejections", Map.of("reason", "专家评审未通过。"));
            }
            case 1 -> team("/withdrawals", Map.of("reason", "方案尚不成熟，撤回申报。"));
            case 2 -> {
                recommend();
                office("/returns", Map.of("reason", "请补充应用场景说明。"));
            }
            default -> {
                recommend();
                review();
                shortlist();
            }
        }
    }

    private void apply() {
        diary.act(day, applicant.team(), ALL, application());
        team("/submissions", Map.of());
    }

    private Map<String, Object> application() {
        return Map.of(
                "kind",
                "special-field",
                "fields",
                List.of("tax"),
                "organisation",
                applicant.organisation(),
                "region",
                "北京市",
                "summary",
                "示例：以区块链核验电子票据，减少重复提交材料。",
                "scenarios",
                List.of("电子票据核验"),
                "level",
                "county",
                "synthetic",
                true);
    }

    private void recommend() {
        act("recommender-beijing", "/recommendations", Map.of("note", "符合本地规划，予以推荐。"));
    }

    private void review() {
        office("/review-openings", Map.of());
        for (int i = 0; i < SCORES.size(); i++) {
            act(
                    "expert-" + (i + 1),
                    "/reviews",
                    Map.of("scores", SCORES.get(i), "supports", i != 1, "opinion", "场景明确，推广计划需细化。"));
        }
    }

    private void shortlist() {
        office("/shortlistings", Map.of());
        act("viewer", "/objections", Map.of("text", "申报材料与已有项目雷同。"));
        office("/objections/{objectionId in " + OWN + "}/settlements", Map.of("upheld", true, "reason", "经核实，异议成立。"));
        office("/rejections", Map.of("reason", "公示期异议成立。"));
    }

    private void team(String path, Map<String, Object> body) {
        act(applicant.team(), path, body);
    }

    private void office(String path, Map<String, Object> body) {
        act(OFFICE, path, body);
    }

    private void act(String user, String path, Map<String, Object> body) {
        day = diary.next(day);
        diary.act(day, user, OWN + path, body);
    }
}
