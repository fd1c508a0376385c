package org.khazana.ledger.state;

import org.khazana.ledger.Invariant;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.instrument.BackingDemand;
import org.khazana.ledger.instrument.ContractForm;
import org.khazana.ledger.instrument.DayCount;
import org.khazana.ledger.instrument.Denomination;
import org.khazana.ledger.instrument.Entitlement;
import org.khazana.ledger.instrument.Frequency;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.instrument.PeriodicPay;
import org.khazana.ledger.instrument.RegisterMode;
import org.khazana.ledger.instrument.UnitLimits;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;

/** The bytes of what an instrument is. */
final class TermsForm {
    private static final int DISCOUNT = 1;
    private static final int COUPON = 2;
    private static final int RENTAL = 3;
    private static final int GOODS = 4;
    private static final int AS_DOCUMENTED = 5;

    private TermsForm() {}

    static void write(InstrumentTerms terms, FieldWriter fields) {
        fields.number(terms.issuer().number())
                .text(terms.name())
                .text(terms.cfi())
                .optional(terms.programme(), (programme, form) -> form.text(programme))
                .optional(
                        terms.denomination(),
                        (money, form) -> form.text(money.currency().text()).number(money.faceMinor()))
                .small(terms.issueDay())
                .optional(terms.maturityDay(), (day, form) -> form.small(day))
                .number(terms.units().authorised())
                .number(terms.units().minimum())
                .number(terms.units().multiple())
                .constant(terms.registerMode())
                .optional(
                        terms.backing(),
                        (backing, form) -> form.number(backing.attestors()).number(backing.hoursMax()))
                .constant(terms.contractForm())
                .flag(terms.isTransferable())
                .optional(terms.termSheetHash(), (hash, form) -> form.fixed(hash.toBytes()));
        write(terms.entitlement(), fields);
    }

    static InstrumentTerms read(FieldReader fields) {
        return new InstrumentTerms(
                new PartyId(fields.number()),
                fields.text(),
                fields.text(),
                fields.optional(FieldReader::text),
                fields.optional(form -> new Denomination(new AssetCode(form.text()), form.number())),
                fields.small(),
                fields.optional(FieldReader::small),
                new UnitLimits(fields.number(), fields.number(), fields.number()),
                fields.constant(RegisterMode.class),
                fields.optional(form -> new BackingDemand(form.number(), form.number())),
                fields.constant(ContractForm.class),
                fields.flag(),
                fields.optional(form -> Hash.of(form.fixed(Hash.BYTES))),
                readEntitlement(fields));
    }

    private static void write(Entitlement entitlement, FieldWriter fields) {
        switch (entitlement) {
            case Entitlement.Discount discount -> fields.small(DISCOUNT);
            case Entitlement.FixedCoupon coupon -> write(coupon.pay(), fields.small(COUPON));
            case Entitlement.FixedRental rental -> {
                write(rental.pay(), fields.small(RENTAL));
                fields.fixed(rental.underlyingAsset().toBytes());
            }
            case Entitlement.Goods goods ->
                fields.small(GOODS).text(goods.unit()).number(goods.scale()).number(goods.amountPerToken());
            case Entitlement.AsDocumented other -> fields.small(AS_DOCUMENTED);
        }
    }

    private static void write(PeriodicPay pay, FieldWriter fields) {
        fields.number(pay.rateE8())
                .constant(pay.frequency())
                .constant(pay.dayCount())
                .number(pay.recordDaysBefore());
    }

    private static Entitlement readEntitlement(FieldReader fields) {
        int kind = fields.small();
        Invariant.check(kind >= DISCOUNT && kind <= AS_DOCUMENTED, "there is no entitlement %s", kind);
        return switch (kind) {
            case DISCOUNT -> new Entitlement.Discount();
            case COUPON -> new Entitlement.FixedCoupon(readPay(fields));
            case RENTAL -> new Entitlement.FixedRental(readPay(fields), Hash.of(fields.fixed(Hash.BYTES)));
            case GOODS -> new Entitlement.Goods(fields.text(), fields.number(), fields.number());
            default -> new Entitlement.AsDocumented();
        };
    }

    private static PeriodicPay readPay(FieldReader fields) {
        return new PeriodicPay(
                fields.number(), fields.constant(Frequency.class), fields.constant(DayCount.class), fields.number());
    }
}
