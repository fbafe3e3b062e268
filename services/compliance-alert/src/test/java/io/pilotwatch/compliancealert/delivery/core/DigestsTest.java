package io.pilotwatch.compliancealert.delivery.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.compliancealert.delivery.core.Digests.Entry;
import io.pilotwatch.compliancealert.delivery.core.Digests.Standing;
import io.pilotwatch.compliancealert.delivery.core.Notice.Kind;
import io.pilotwatch.contracts.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DigestsTest {

    private static final LocalDate FRIDAY = LocalDate.parse("2022-12-02");
    private static final LocalDate MONDAY = LocalDate.parse("2022-12-05");

    private static Entry entry(String pilotId, String field, Severity severity, String since) {
        var alert = Examples.overdue(pilotId, severity, since);
        return new Entry(Kind.RAISED, alert, alert.text(), Examples.matter(pilotId, "示例单位", field));
    }

    @Test
    void the_gravest_come_first_then_by_field_and_the_oldest_first() {
        var digest = Digests.ofNews(
                List.of(
                        entry("BP-040", "tax", Severity.WARNING, "2022-12-04"),
                        entry("BP-041", "tax", Severity.CRITICAL, "2022-12-04"),
                        entry("BP-042", "tax", Severity.WARNING, "2022-12-03"),
                        entry("BP-043", "energy", Severity.WARNING, "2022-12-05")),
                FRIDAY,
                MONDAY,
                false,
                Examples.PROGRAMME,
                Examples.URL);

        assertEquals("预警摘要（2022-12-05）：4 项", digest.subject().zh());
        assertEquals(
                List.of("严重 · 区块链+税费服务（1 项）", "一般 · 区块链+能源（1 项）", "一般 · 区块链+税费服务（2 项）"),
                digest.groups().stream().map(g -> g.title().zh()).toList());
        assertTrue(digest.groups().get(2).items().get(0).text().en().startsWith("BP-042"));
        assertTrue(digest.groups().get(2).items().get(1).text().en().startsWith("BP-040"));
        assertEquals(
                Examples.URL + "/reporting/pilots/BP-042#alerts-title",
                digest.groups().get(2).items().getFirst().link());
        assertTrue(digest.plain(Locale.ENGLISH).contains("What happened since 2022-12-02"));
    }

    @Test
    void one_that_comes_late_says_so() {
        var digest = Digests.ofNews(
                List.of(entry("BP-040", "tax", Severity.WARNING, "2022-12-04")),
                null,
                FRIDAY,
                true,
                Examples.PROGRAMME,
                Examples.URL);
        assertEquals("[Late] Alerts of 2022-12-02: 1", digest.subject().en());
        assertTrue(digest.plain(Locale.ENGLISH).contains("This should have come on 2022-12-02"));
    }

    @Test
    void a_day_without_anything_overdue_is_said_by_the_name_that_the_agency_bears() {
        var before = Digests.ofOverdue(List.of(), "nfra", FRIDAY, Examples.PROGRAMME, Examples.URL);
        var after =
                Digests.ofOverdue(List.of(), "nfra", LocalDate.parse("2023-06-01"), Examples.PROGRAMME, Examples.URL);
        assertEquals(
                "Daily report of 2022-12-02: nothing overdue", before.subject().en());
        assertTrue(before.plain(Locale.SIMPLIFIED_CHINESE).contains("银保监会 名下无逾期预警"));
        assertTrue(after.plain(Locale.SIMPLIFIED_CHINESE).contains("国家金融监督管理总局 名下无逾期预警"));
    }

    @Test
    void what_is_overdue_is_listed_with_the_day_since_which_it_is() {
        var digest = Digests.ofOverdue(
                List.of(new Standing(
                        Examples.overdue("BP-028", Severity.CRITICAL, "2022-11-30"),
                        Examples.matter("BP-028", "示例单位-028", "tax", "health"))),
                "cac",
                FRIDAY,
                Examples.PROGRAMME,
                Examples.URL);
        assertEquals("每日情况（2022-12-02）：1 项逾期预警", digest.subject().zh());
        assertEquals("严重 · 多领域或未列领域（1 项）", digest.groups().getFirst().title().zh());
        assertTrue(digest.plain(Locale.SIMPLIFIED_CHINESE).contains("里程碑逾期（自 2022-11-30）"));
    }
}
