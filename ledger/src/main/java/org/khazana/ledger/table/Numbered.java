package org.khazana.ledger.table;

/**
 * An enum whose constants are written as numbers: their places, counted from 1. So a constant keeps its place for ever, and
 * new ones come last.
 */
public interface Numbered {
    /** As every enum has it. */
    int ordinal();

    /** 1 to 255. */
    default int number() {
        return ordinal() + 1;
    }

    /**
     * The constant with this number.
     *
     * @throws IllegalStateException if there is none
     */
    static <E extends Enum<E> & Numbered> E of(Class<E> type, int number) {
        E[] constants = type.getEnumConstants();
        if (number < 1 || number > constants.length) {
            throw new IllegalStateException("no " + type.getSimpleName() + " has the number " + number);
        }
        return constants[number - 1];
    }
}
