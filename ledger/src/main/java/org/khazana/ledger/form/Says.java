package org.khazana.ledger.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What is asked, line by line, in the words of the people who sign it. A name in braces stands for that field. A line about a
 * field that may be missing goes on after a bar with what is said then; without a bar nothing is said. An amount says of what
 * it is. Every field is named: what is not said must not be signed.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Says {
    String[] value();
}
