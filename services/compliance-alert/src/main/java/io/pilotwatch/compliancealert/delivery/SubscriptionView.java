package io.pilotwatch.compliancealert.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.RobotTarget;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Timing;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A subscription as the API shows it; all instants are by the wall clock.
 *
 * @param revision counts its changes from 1
 * @param account whose it is
 * @param target an http(s) or e-mail address, null for a stream; a robot's shows its host and its last characters, since
 *     whoever knows all of it may speak through it; to others than its owner an http(s) address shows its host alone
 * @param rules codes; empty for all
 * @param fields codes; empty for all
 * @param language {@code zh-CN} or {@code en}
 * @param heartbeat whether it gets the daily report
 * @param receiptKey with which the receiver signs its receipts; null where it gives none
 * @param state ACTIVE or DISABLED
 * @param disabledAt null while active
 * @param disabledReason null while active
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SubscriptionView(
        UUID subscriptionId,
        long revision,
        String account,
        String agency,
        ChannelKind channel,
        @Nullable String target,
        List<String> rules,
        Severity leastSeverity,
        List<String> fields,
        Timing timing,
        String language,
        boolean heartbeat,
        @Nullable ReceiptKey receiptKey,
        Subscription.State state,
        @Nullable Instant disabledAt,
        @Nullable Text disabledReason,
        Instant createdAt) {

    /**
     * A subscription that was just made.
     *
     * @param secret with what its webhooks are signed; null for other channels
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Made(
            SubscriptionView subscription, @Nullable SecretView secret) {}

    /**
     * What webhooks are signed with; told once, when it is made.
     *
     * @param signature HMAC or ED25519
     * @param secret {@code whsec_…}; null for ED25519, whose private key is told to nobody
     * @param publicKey {@code whpk_…}; null for HMAC
     * @param formerUntil until when the one before is honoured beside it; null where there is none
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record SecretView(
            Signing.Kind signature,
            @Nullable String secret,
            @Nullable String publicKey,
            @Nullable Instant formerUntil) {

        static SecretView of(Signing.Secret made, @Nullable Instant formerUntil) {
            var shown = made.kind() == Signing.Kind.HMAC ? made.secret() : null;
            return new SecretView(made.kind(), shown, made.publicKey(), formerUntil);
        }
    }

    /** As this account sees it. */
    static SubscriptionView of(Subscription s, String reader) {
        var wants = s.preferences();
        var why = s.disabled();
        return new SubscriptionView(
                s.id(),
                s.revision(),
                s.account(),
                s.agency(),
                s.channel(),
                s.account().equals(reader) ? shown(s) : hostOf(s),
                wants.rules(),
                wants.leastSeverity(),
                wants.fields(),
                wants.timing(),
                wants.language().tag(),
                s.heartbeat(),
                s.receiptKey() == null ? null : ReceiptKey.read(s.receiptKey()),
                s.state(),
                why == null ? null : why.at(),
                why == null ? null : why.reason(),
                s.createdAt());
    }

    @Nullable
    private static String shown(Subscription s) {
        return switch (s.channel()) {
            case WECOM, DINGTALK, FEISHU -> RobotTarget.of(s.target()).masked();
            case WEBHOOK -> withoutQuery(s.target());
            case EMAIL, STREAM -> s.target();
        };
    }

    /** Whoever puts a token into a webhook's address puts it there. */
    private static String withoutQuery(String address) {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query) + "?…";
    }

    @Nullable
    private static String hostOf(Subscription s) {
        return switch (s.channel()) {
            case STREAM, EMAIL -> s.target();
            default -> {
                var uri = URI.create(s.target());
                yield uri.getScheme() + "://" + uri.getHost() + "/…";
            }
        };
    }
}
