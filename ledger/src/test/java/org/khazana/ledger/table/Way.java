package org.khazana.ledger.table;

import static org.khazana.ledger.table.Coins.BY_COLOUR;
import static org.khazana.ledger.table.Coins.COINS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.khazana.ledger.table.Coins.Coin;
import org.khazana.ledger.table.Coins.Entry;

/** The ways of looking through {@link Coins}, and what they mean: what each shows of coins in a plain map. */
enum Way {
    BY_NUMBER {
        @Override
        void scan(TableReads reads, Entry from, Entry last, Predicate<Coin> visitor) {
            reads.scan(COINS, from.number(), (number, coin) -> visitor.test(coin));
        }

        @Override
        Collection<Coin> shown(NavigableMap<Long, Coin> coins, Entry from, Entry last) {
            return coins.tailMap(from.number(), true).values();
        }
    },
    BY_NUMBER_DOWN {
        @Override
        void scan(TableReads reads, Entry from, Entry last, Predicate<Coin> visitor) {
            reads.scanDown(COINS, from.number(), (number, coin) -> visitor.test(coin));
        }

        @Override
        Collection<Coin> shown(NavigableMap<Long, Coin> coins, Entry from, Entry last) {
            return coins.headMap(from.number(), true).descendingMap().values();
        }
    },
    BY_COLOURS {
        @Override
        void scan(TableReads reads, Entry from, Entry last, Predicate<Coin> visitor) {
            reads.scan(BY_COLOUR.table(), from, found(reads, visitor));
        }

        @Override
        Collection<Coin> shown(NavigableMap<Long, Coin> coins, Entry from, Entry last) {
            return byColour(coins).tailMap(from, true).values();
        }
    },
    BY_COLOURS_DOWN {
        @Override
        void scan(TableReads reads, Entry from, Entry last, Predicate<Coin> visitor) {
            reads.scanDown(BY_COLOUR.table(), from, found(reads, visitor));
        }

        @Override
        Collection<Coin> shown(NavigableMap<Long, Coin> coins, Entry from, Entry last) {
            return byColour(coins).headMap(from, true).descendingMap().values();
        }
    },
    OF_ONE_COLOUR {
        @Override
        void scan(TableReads reads, Entry from, Entry last, Predicate<Coin> visitor) {
            reads.scanGroup(BY_COLOUR.table(), least(from, last), greatest(from, last), found(reads, visitor));
        }

        @Override
        Collection<Coin> shown(NavigableMap<Long, Coin> coins, Entry from, Entry last) {
            return byColour(coins)
                    .subMap(least(from, last), true, greatest(from, last), true)
                    .values();
        }
    },
    OF_ONE_COLOUR_DOWN {
        @Override
        void scan(TableReads reads, Entry from, Entry last, Predicate<Coin> visitor) {
            reads.scanGroupDown(BY_COLOUR.table(), greatest(from, last), least(from, last), found(reads, visitor));
        }

        @Override
        Collection<Coin> shown(NavigableMap<Long, Coin> coins, Entry from, Entry last) {
            return byColour(coins)
                    .subMap(least(from, last), true, greatest(from, last), true)
                    .descendingMap()
                    .values();
        }
    };

    /**
     * Shows coins.
     *
     * @param last how far it goes if it is in one colour, which is that of {@code from}; the two may be the wrong way round
     */
    abstract void scan(TableReads reads, Entry from, Entry last, Predicate<Coin> visitor);

    /** What {@link #scan} would show of these. */
    abstract Collection<Coin> shown(NavigableMap<Long, Coin> coins, Entry from, Entry last);

    /** The first coins that it shows. */
    List<Coin> first(int most, TableReads reads, Entry from, Entry last) {
        List<Coin> seen = new ArrayList<>();
        scan(reads, from, last, coin -> {
            seen.add(coin);
            return seen.size() < most;
        });
        return seen;
    }

    private static BiPredicate<Entry, Long> found(TableReads reads, Predicate<Coin> visitor) {
        return (entry, number) -> visitor.test(reads.get(COINS, number).orElseThrow());
    }

    private static NavigableMap<Entry, Coin> byColour(NavigableMap<Long, Coin> coins) {
        NavigableMap<Entry, Coin> byColour = new TreeMap<>();
        coins.values().forEach(coin -> byColour.put(new Entry(coin.colour(), coin.number()), coin));
        return byColour;
    }

    private static Entry least(Entry one, Entry other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Entry greatest(Entry one, Entry other) {
        return one.compareTo(other) <= 0 ? other : one;
    }
}
