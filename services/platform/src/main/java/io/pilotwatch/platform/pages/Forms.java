package io.pilotwatch.platform.pages;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.Problem.Fault;
import io.pilotwatch.platform.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/** Takes what people send by forms to the same doors as what programs send to the API. */
@ApplicationScoped
public class Forms {

    private static final Text INVALID = new Text("请更正以下内容。", "Please correct the following.");

    private final Validator validator;
    private final Idempotency idempotency;

    Forms(Validator validator, Idempotency idempotency) {
        this.validator = validator;
        this.idempotency = idempotency;
    }

    /** What was sent. The method that asks takes no body: it was read already, to find the token in it. */
    public Form read() {
        var data = CurrentRequestManager.get().getFormData();
        var values = new LinkedHashMap<String, List<String>>();
        if (data != null) {
            for (var name : data) {
                values.put(
                        name,
                        data.get(name).stream()
                                .filter(value -> !value.isFileItem())
                                .map(FormValue::getValue)
                                .toList());
            }
        }
        return Form.sent(values);
    }

    /** The request that was read from the form, if all of it could be read and it keeps to its own constraints. */
    public <T> T valid(Form form, T request) {
        var unreadable = form.unreadable();
        var faults = Stream.concat(
                        unreadable.stream(),
                        validator.validate(request).stream()
                                .map(Forms::fault)
                                // What cannot be read is missing too; once said is enough.
                                .filter(f -> unreadable.stream()
                                        .noneMatch(u -> u.pointer().equals(f.pointer()))))
                .sorted(Comparator.comparing(Fault::pointer))
                .toList();
        if (!faults.isEmpty()) {
            throw new Problem(422, "INVALID_REQUEST", INVALID, faults);
        }
        return request;
    }

    /**
     * Runs the effect in one transaction, once however often the form is sent, and goes to the address that it gives. Whoever
     * goes back and sends something else has sent another request: the name alone would refuse it.
     */
    public Response once(Form form, Supplier<String> effect) {
        var content = form.content().toString().getBytes(StandardCharsets.UTF_8);
        var key = form.key() == null ? null : form.key() + "." + HexFormat.of().formatHex(Sha256.of(content));
        return idempotency.once(key, content, () -> new Answer(303, effect.get(), ""));
    }

    private static Fault fault(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        violation.getPropertyPath().forEach(node -> {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(node.getName());
            }
        });
        return new Fault(pointer.toString(), new Text(violation.getMessage(), violation.getMessage()));
    }
}
