package org.khazana.ledger.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.khazana.ledger.refusal.RefusalCode;

/** How many elements a list may have. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Count {
    int min();

    int max();

    /** What the ledger answers to another number. */
    RefusalCode otherwise();
}
