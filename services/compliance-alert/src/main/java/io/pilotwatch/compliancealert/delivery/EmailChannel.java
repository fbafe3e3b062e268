package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.core.Answer;
import io.pilotwatch.compliancealert.delivery.core.Answer.Outcome;
import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.MailAnswer;
import io.pilotwatch.compliancealert.delivery.core.Message;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.compliancealert.delivery.core.Target;
import io.pilotwatch.platform.OneEventLoop;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** By mail, in HTML and as plain text; whatever the try, it is the same mail by its Message-ID. */
@ApplicationScoped
class EmailChannel implements Channel {

    private static final Duration DEADLINE = Duration.ofSeconds(14);

    private static final int TAKEN = 250;

    private final Contents contents;
    private final ReactiveMailer mailer;
    private final OneEventLoop loop;
    private final String host;

    EmailChannel(
            Contents contents,
            ReactiveMailer mailer,
            OneEventLoop loop,
            @ConfigProperty(name = "pilotwatch.public-url") URI publicUrl) {
        this.contents = contents;
        this.mailer = mailer;
        this.loop = loop;
        this.host = publicUrl.getHost();
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.EMAIL;
    }

    @Override
    public Answer send(Subscription to, Message message) {
        if (Target.faultOfEmail(to.target()).isPresent()) {
            return Answer.of(Outcome.GONE, MailAnswer.NO_SUCH_MAILBOX, "not an address", null);
        }
        try {
            loop.on(() -> mailer.send(mail(to, message))).await().atMost(DEADLINE);
            return Answer.of(Outcome.DELIVERED, TAKEN, "OK", null);
        } catch (CompletionException e) {
            return answer(e.getCause());
        } catch (TimeoutException e) {
            return Answer.none("no answer within %d s".formatted(DEADLINE.toSeconds()));
        } catch (RuntimeException e) {
            return answer(e);
        }
    }

    private Mail mail(Subscription to, Message message) {
        var letter = Letter.of(contents.of(message), to.preferences().language().locale());
        return new Mail()
                .addTo(to.target())
                .setSubject(letter.subject())
                .setText(letter.text())
                .setHtml(letter.html())
                .addHeader("Message-ID", "<%s@%s>".formatted(message.deliveryId(), host))
                .addHeader("List-Id", "Pilotwatch <alerts.%s>".formatted(host))
                .addHeader("Auto-Submitted", "auto-generated");
    }

    private static Answer answer(Throwable failure) {
        if (failure instanceof SMTPException said) {
            return MailAnswer.of(said.getReplyCode(), said.getReplyMessage(), said.getMessage());
        }
        var reason = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return Answer.none(reason.replaceAll("\\s+", " ").strip());
    }
}
