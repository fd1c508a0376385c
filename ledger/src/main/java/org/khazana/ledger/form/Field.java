package org.khazana.ledger.form;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * One field of a {@link Form}.
 *
 * @param name as in Java and JSON
 * @param number its number in protobuf, which is its place, counted from 1
 * @param meaning in a few words
 * @param count only for lists
 */
public record Field(
        String name, int number, Kind kind, Occurrence occurrence, Optional<Count> count, String meaning, Method read) {

    /** How often it occurs. */
    public enum Occurrence {
        ONCE,
        /** The value is an {@link Optional}. */
        AT_MOST_ONCE,
        /** The value is a {@link java.util.List}. */
        REPEATED
    }

    /** Whether there need not be any. */
    public boolean mayBeLeftOut() {
        return occurrence == Occurrence.AT_MOST_ONCE
                || count.filter(bounds -> bounds.min() == 0).isPresent();
    }

    /** Whether its number has 32 bits only. */
    public boolean isSmall() {
        return read.getReturnType() == int.class;
    }

    /** Its value in a record of the form. */
    public Object of(Record holder) {
        try {
            return read.invoke(holder);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("a record does not tell its " + name, impossible);
        }
    }
}
