package org.khazana.config.file;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The currencies that there are, and into how many decimal digits each is divided: the active codes of ISO 4217 as of January 2026,
 * without metals, units of account and codes for tests, in which nobody pays.
 */
final class Currencies {
    private static final Map<Integer, String> BY_DIGITS = Map.of(
            0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
            2,
                    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF"
                            + " CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS"
                            + " GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR"
                            + " LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR"
                            + " NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP"
                            + " STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD"
                            + " XCG YER ZAR ZMW ZWG",
            3, "BHD IQD JOD KWD LYD OMR TND",
            4, "CLF UYW");

    private static final Map<String, Integer> DIGITS = new TreeMap<>();

    static {
        BY_DIGITS.forEach((digits, codes) -> {
            for (String code : codes.split(" ", -1)) {
                DIGITS.put(code, digits);
            }
        });
    }

    private Currencies() {}

    /** How many decimal digits its minor unit has, 0 to 4; empty if there is no such currency. */
    static OptionalInt minorDigits(String code) {
        Integer digits = DIGITS.get(code);
        return digits == null ? OptionalInt.empty() : OptionalInt.of(digits);
    }

    /** How many there are. */
    static int count() {
        return DIGITS.size();
    }
}
