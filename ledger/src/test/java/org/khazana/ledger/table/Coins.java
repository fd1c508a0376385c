package org.khazana.ledger.table;

import java.util.Comparator;
import java.util.List;

/** Coins by their numbers, and in groups by their colours: a table with an index to try tables on. */
final class Coins {
    static final List<String> COLOURS = List.of("blue", "gold", "red");

    private static final KeyForm<Entry> ENTRY = new KeyForm<>(
            entry -> new KeyWriter()
                    .padded(entry.colour(), 8)
                    .number(entry.number())
                    .done(),
            fields -> new Entry(fields.padded(8), fields.number()));
    private static final KeyForm<Long> NUMBER =
            new KeyForm<>(number -> new KeyWriter().number(number).done(), KeyReader::number);

    static final Index<Entry, Long, Coin> BY_COLOUR = Index.of(
                    1,
                    "by-colour",
                    ENTRY,
                    Entry::number,
                    (Coin coin) -> List.of(new Entry(coin.colour(), coin.number())))
            .inGroups(new Grouping<>(Entry::colour, Comparator.comparingLong(Entry::number)));

    static final Table<Long, Coin> COINS = new Table<>(
            0,
            "coin",
            NUMBER,
            ValueForm.of(
                    (coin, fields) -> fields.text(coin.colour()), (number, fields) -> new Coin(number, fields.text())),
            Coin::number,
            List.of(BY_COLOUR));

    record Coin(long number, String colour) {}

    record Entry(String colour, long number) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byColour = colour.compareTo(other.colour);
            return byColour != 0 ? byColour : Long.compare(number, other.number);
        }
    }

    private Coins() {}
}
