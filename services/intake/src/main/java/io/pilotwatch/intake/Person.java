package io.pilotwatch.intake;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.intake.core.Contact;
import io.pilotwatch.platform.Words;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A person to ask. */
public record Person(
        @NotBlank @Words @Size(max = 100) String name,
        @Nullable @Words @Size(max = 100) String role,
        @Nullable @Words @Size(max = 100) String phone,
        @Nullable @Words @Size(max = 200) String email) {

    /** The same as the core has it. */
    public Contact contact() {
        return new Contact(name.strip(), role, phone, email);
    }
}
