package org.khazana.ledger.form;

import org.khazana.ledger.table.Numbered;

/** What a field is, and so how it is written in bytes, in JSON, in a schema and for people. */
public sealed interface Kind {

    /** What needs nothing more to be said. */
    enum Plain implements Kind {
        ACCOUNT,
        PARTY,
        ASSET,
        SHA_256,
        PUBLIC_KEY,
        TOKENS,
        DAY,
        INSTANT,
        DIRECTORY,
        FLAG,
        /** Any of the operations there are; see {@link Act}. */
        OPERATION
    }

    /**
     * Minor units of a currency.
     *
     * @param in the field that says which
     */
    record Money(String in) implements Kind {}

    /**
     * Tokens, or minor units of a currency.
     *
     * @param of the field that says of which asset: of the same form, or else of the one that it is a part of
     */
    record Quantity(String of) implements Kind {}

    record Whole(long min, long max) implements Kind {}

    record Text(int charactersMax) implements Kind {}

    record Reference(int charactersMax) implements Kind {}

    /** One of the constants of an enum, which are {@link Numbered}. */
    record Choice(Class<? extends Numbered> type) implements Kind {
        public Numbered constant(int number) {
            return constants()[number - 1];
        }

        /** In order of their numbers, which begin with 1. */
        public Numbered[] constants() {
            return type.getEnumConstants();
        }
    }

    /** Fields of its own. */
    record Part(Form<?> form) implements Kind {}
}
