package org.khazana.ledger.instrument;

import org.khazana.ledger.crypto.Hash;

/** What a token entitles its holder to, beside its face value at maturity. Each class of instruments has its own. */
public sealed interface Entitlement {

    InstrumentClass ofClass();

    /** Nothing more: it is sold for less than its face. */
    record Discount() implements Entitlement {
        @Override
        public InstrumentClass ofClass() {
            return InstrumentClass.BILL;
        }
    }

    record FixedCoupon(PeriodicPay pay) implements Entitlement {
        @Override
        public InstrumentClass ofClass() {
            return InstrumentClass.BOND;
        }
    }

    /**
     * Rent of a leased asset of which holders own shares (Ijarah).
     *
     * @param underlyingAsset SHA-256 of the document that says which
     */
    record FixedRental(PeriodicPay pay, Hash underlyingAsset) implements Entitlement {
        @Override
        public InstrumentClass ofClass() {
            return InstrumentClass.SUKUK;
        }
    }

    /**
     * Goods.
     *
     * @param unit of UN/CEFACT Recommendation 20, such as GRM
     * @param scale amounts are in 10^-scale of the unit, 0 to 9
     * @param amountPerToken in that measure, more than zero
     */
    record Goods(String unit, long scale, long amountPerToken) implements Entitlement {
        @Override
        public InstrumentClass ofClass() {
            return InstrumentClass.RESERVE;
        }
    }

    /** What the term sheet says. */
    record AsDocumented() implements Entitlement {
        @Override
        public InstrumentClass ofClass() {
            return InstrumentClass.OTHER;
        }
    }
}
