package io.pilotwatch.reporting.scheduled;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Languages;
import io.pilotwatch.platform.OneEventLoop;
import io.pilotwatch.reporting.export.Report;
import io.pilotwatch.reporting.export.ReportFiles;
import io.pilotwatch.reporting.scheduled.SendingRows.Claimed;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A report as a mail; whatever the try, it is the same one by its Message-ID. */
@ApplicationScoped
class ReportMail {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private static final Text SUBJECT = new Text("%s（截至 %s）", "%s as of %s");
    private static final Text BODY = new Text(
            "附件为截至 %2$s 日终的%1$s，仅含账号 %3$s 订阅时可查看的试点。%n%n订阅编号：%4$s%n%5$s%n",
            "Attached: %1$s as of the end of %2$s, with the pilots that account %3$s might see when it subscribed."
                    + "%n%nSubscription: %4$s%n%5$s%n");

    private final ReportFiles files;
    private final ReactiveMailer mailer;
    private final OneEventLoop loop;
    private final URI publicUrl;

    ReportMail(
            ReportFiles files,
            ReactiveMailer mailer,
            OneEventLoop loop,
            @ConfigProperty(name = "pilotwatch.public-url") URI publicUrl) {
        this.files = files;
        this.mailer = mailer;
        this.loop = loop;
        this.publicUrl = publicUrl;
    }

    /** Makes and sends it; throws whatever kept it from that. */
    void send(Claimed claimed) {
        loop.on(() -> mailer.send(mail(claimed))).await().atMost(DEADLINE);
    }

    private Mail mail(Claimed claimed) {
        var to = claimed.subscription();
        var language = to.language().equals("zh") ? Languages.CHINESE : Languages.ENGLISH;
        var report = Report.named(to.report()).orElseThrow();
        var asOf = claimed.day().minusDays(1);
        var file = files.make(report, to.filter(), claimed.caller(), asOf, language);
        return new Mail()
                .addTo(to.email())
                .setSubject(SUBJECT.in(language).formatted(report.title().in(language), asOf))
                .setText(body(to, report, asOf, language))
                .addAttachment(file.name(), file.content(), file.mediaType())
                .addHeader(
                        "Message-ID", "<%s.%s@%s>".formatted(to.subscriptionId(), claimed.day(), publicUrl.getHost()))
                .addHeader("List-Id", "Pilotwatch <reports.%s>".formatted(publicUrl.getHost()))
                .addHeader("Auto-Submitted", "auto-generated");
    }

    private String body(ReportSubscription to, Report report, LocalDate asOf, Locale language) {
        return BODY.in(language)
                .formatted(
                        report.title().in(language),
                        asOf,
                        to.account(),
                        to.subscriptionId(),
                        publicUrl + "/reporting/pilots");
    }
}
