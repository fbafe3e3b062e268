package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.SubscriptionDesk.Wish;
import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Language;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Preferences;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Timing;
import io.pilotwatch.compliancealert.delivery.core.Target;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import io.pilotwatch.platform.IfMatch;
import io.pilotwatch.platform.Page;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * Subscriptions: where a regulator wants to be told, and of what. Each is its account's: 404 NOT_FOUND for another's, and
 * for the office and the operator, who see all, 403 FOREIGN_SUBSCRIPTION where they would change it.
 */
@Path(SubscriptionResource.PATH)
public class SubscriptionResource {

    static final String PATH = "/compliance-alert/api/v1/subscriptions";

    private static final UUID BEGINNING = new UUID(0, 0);

    /** A rule's or field's code. */
    private static final String CODE = "[A-Za-z0-9_-]{1,100}";

    /**
     * A new one; what is left out is not restricted.
     *
     * @param agency for which; may be left out where the account speaks for one only
     * @param target an http(s) address, or an e-mail address; left out for a stream
     * @param rules codes; empty for all
     * @param leastSeverity INFO where left out
     * @param fields codes, of which a pilot must have one; empty for all
     * @param timing AT_ONCE where left out; DIGEST by any way but a stream
     * @param language zh-CN where left out
     * @param heartbeat whether to get the daily report of what is overdue, also when nothing is; where left out, by e-mail only
     * @param signature of webhooks; HMAC where left out
     * @param receiptKey with which the receiver will sign its receipts
     */
    public record NewSubscription(
            @Nullable @Size(max = 50) String agency,
            @NotNull ChannelKind channel,
            @Nullable @Size(max = Target.LONGEST) String target,
            @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = CODE) String> rules,
            @Nullable Severity leastSeverity,
            @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = CODE) String> fields,
            @Nullable Timing timing,
            @Nullable @Pattern(regexp = "zh-CN|en") String language,
            @Nullable Boolean heartbeat,
            @Nullable Signing.Kind signature,
            @Nullable @Valid ReceiptKey receiptKey) {

        /** As the desk takes it. */
        public Wish wish() {
            return new Wish(
                    agency,
                    channel,
                    target,
                    preferences(rules, leastSeverity, fields, timing, language, heartbeat),
                    Objects.requireNonNullElse(signature, Signing.Kind.HMAC),
                    receiptKey);
        }
    }

    /** What its owner wants from now on: the whole of it, so what is left out is not restricted any more. */
    public record Wanted(
            @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = CODE) String> rules,
            @Nullable Severity leastSeverity,
            @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = CODE) String> fields,
            @Nullable Timing timing,
            @Nullable @Pattern(regexp = "zh-CN|en") String language,
            @Nullable Boolean heartbeat,
            @Nullable @Valid ReceiptKey receiptKey) {

        /** As the desk takes them. */
        public Preferences preferences() {
            return SubscriptionResource.preferences(rules, leastSeverity, fields, timing, language, heartbeat);
        }
    }

    private final SubscriptionDesk desk;
    private final SubscriptionActs acts;
    private final Callers callers;
    private final Idempotency idempotency;
    private final IfMatch ifMatch;

    SubscriptionResource(
            SubscriptionDesk desk, SubscriptionActs acts, Callers callers, Idempotency idempotency, IfMatch ifMatch) {
        this.desk = desk;
        this.acts = acts;
        this.callers = callers;
        this.idempotency = idempotency;
        this.ifMatch = ifMatch;
    }

    /**
     * Makes one: 201 with {@link SubscriptionView.Made}, in which alone a webhook's secret is shown. 422 with the value at
     * fault: a target in a network to which nothing is sent, a rule or field that there is not, an agency for which the
     * account does not speak.
     */
    @POST
    @APIResponseSchema(value = SubscriptionView.Made.class, responseCode = "201")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response make(@NotNull @Valid NewSubscription body) {
        return idempotency.once(body, () -> {
            var made = desk.make(callers.current(), body.wish());
            return Answer.created(PATH + "/" + made.subscription().subscriptionId(), made);
        });
    }

    /** One's own, oldest first; all, for the office and the operator. */
    @GET
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE, Caller.OPERATOR})
    public Page<SubscriptionView> list(
            @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit, @Context UriInfo uri) {
        int most = Page.limit(limit);
        var found = desk.list(callers.current(), Cursors.after(cursor, BEGINNING), most + 1);
        return Page.of(found, most, view -> view.subscriptionId().toString(), uri);
    }

    /** One, its revision as a strong ETag. */
    @GET
    @Path("/{subscriptionId}")
    @APIResponseSchema(SubscriptionView.class)
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE, Caller.OPERATOR})
    public Response look(@PathParam("subscriptionId") UUID id) {
        return tagged(desk.look(callers.current(), id));
    }

    /** Its owner wants something else. */
    @PUT
    @Path("/{subscriptionId}")
    @Transactional
    @APIResponseSchema(SubscriptionView.class)
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response change(@PathParam("subscriptionId") UUID id, @NotNull @Valid Wanted body) {
        return tagged(desk.change(callers.current(), id, body.preferences(), body.receiptKey(), ifMatch::required));
    }

    /** Ends it: 204. What is not yet delivered will not be; what was stays on record. */
    @DELETE
    @Path("/{subscriptionId}")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public void delete(@PathParam("subscriptionId") UUID id) {
        QuarkusTransaction.requiringNew().run(() -> acts.cancel(desk.delete(callers.current(), id)));
    }

    private Response tagged(SubscriptionView view) {
        return Response.ok(view).tag(ifMatch.tag(view.revision())).build();
    }

    private static Preferences preferences(
            @Nullable List<String> rules,
            @Nullable Severity leastSeverity,
            @Nullable List<String> fields,
            @Nullable Timing timing,
            @Nullable String language,
            @Nullable Boolean heartbeat) {
        return new Preferences(
                rules == null ? List.of() : rules.stream().distinct().toList(),
                Objects.requireNonNullElse(leastSeverity, Severity.INFO),
                fields == null ? List.of() : fields.stream().distinct().toList(),
                Objects.requireNonNullElse(timing, Timing.AT_ONCE),
                Language.of(Objects.requireNonNullElse(language, Language.CHINESE.tag())),
                heartbeat);
    }
}
