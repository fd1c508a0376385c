package org.khazana.node.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A real auction of treasury bills: its outcome as published. The figures come from {@code sbp-tbill-auctions.csv}
 * beside this class.
 *
 * @param cutoffYield in 1e-8 of 1 a year: 20.8449 % is 20,844,900
 * @param acceptedRupees face value sold, whole rupees
 * @param source the report that the figures were taken from
 */
record Auction(LocalDate date, int tenorMonths, long cutoffYield, long acceptedRupees, String source) {
    private static final String TABLE = "sbp-tbill-auctions.csv";
    private static final int COLUMNS = 5;
    private static final int PERCENT_TO_YIELD_DIGITS = 6;
    private static final int BILLION_DIGITS = 9;

    /** All auctions of the table, in its order. */
    static List<Auction> all() {
        try (InputStream table = Objects.requireNonNull(Auction.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Auction::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + TABLE, e);
        }
    }

    /** The auction of that day and tenor; there must be one. */
    static Auction of(LocalDate date, int tenorMonths) {
        return all().stream()
                .filter(auction -> auction.date.equals(date) && auction.tenorMonths == tenorMonths)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no auction of " + tenorMonths + "-month bills on " + date + " in " + TABLE));
    }

    /** Reads one line: date, months, yield in percent, billions of rupees, source. No figure is rounded. */
    static Auction parse(String line) {
        String[] column = line.split(",", COLUMNS);
        if (column.length != COLUMNS) {
            throw new IllegalArgumentException("not " + COLUMNS + " columns: " + line);
        }
        return new Auction(
                LocalDate.parse(column[0]),
                Integer.parseInt(column[1]),
                new BigDecimal(column[2])
                        .movePointRight(PERCENT_TO_YIELD_DIGITS)
                        .longValueExact(),
                new BigDecimal(column[3]).movePointRight(BILLION_DIGITS).longValueExact(),
                column[4]);
    }
}
