package io.pilotwatch.contracts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Absent in events that were told before this was thought of; the record's compact constructor says what then holds, so in
 * Java it is never null, and whatever is told now has it. Adding such a component is the change that is free.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface AddedLater {}
