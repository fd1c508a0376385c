package org.khazana.ledger.rules;

import java.util.List;

/** The units in which goods are measured: those of UN/CEFACT Recommendation 20 that commodities are traded in. */
final class MeasureUnits {
    /** Gram, kilogram, tonne, kilotonne, milligram, troy ounce, litre, cubic metre, barrel, kilowatt hour, megawatt hour, piece. */
    private static final List<String> CODES =
            List.of("GRM", "KGM", "TNE", "KTN", "MGM", "APZ", "LTR", "MTQ", "BLL", "KWH", "MWH", "C62");

    private MeasureUnits() {}

    static boolean has(String code) {
        return CODES.contains(code);
    }
}
