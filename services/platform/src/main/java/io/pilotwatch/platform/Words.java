package io.pilotwatch.platform;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Something a person wrote: at most 2000 characters, none of them a control character but line breaks and tabs, and none
 * half of one. Neither the database nor the wire could carry the others.
 */
@Size(max = 2000)
@Pattern(
        regexp = "[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\p{Cs}]*",
        message = "{io.pilotwatch.platform.Words.message}")
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Words {

    /** Unused: the constraints above speak for themselves. */
    String message() default "{io.pilotwatch.platform.Words.message}";

    /** Asked for by Bean Validation. */
    Class<?>[] groups() default {};

    /** Asked for by Bean Validation. */
    Class<? extends Payload>[] payload() default {};
}
