package org.khazana.ledger.rules;

import java.util.Optional;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.instrument.BackingDemand;
import org.khazana.ledger.instrument.ContractForm;
import org.khazana.ledger.instrument.Denomination;
import org.khazana.ledger.instrument.Entitlement;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.instrument.PeriodicPay;
import org.khazana.ledger.instrument.RegisterMode;
import org.khazana.ledger.instrument.UnitLimits;
import org.khazana.ledger.operation.AmendInstrument;
import org.khazana.ledger.operation.CreateBill;
import org.khazana.ledger.operation.CreateBond;
import org.khazana.ledger.operation.CreateOtherAsset;
import org.khazana.ledger.operation.CreateReserve;
import org.khazana.ledger.operation.CreateSukuk;
import org.khazana.ledger.operation.InstrumentDefinition;

/** The terms that an operation asks for, not yet judged: one shape for all classes, so that one set of rules judges them. */
public final class DefinedTerms {
    private DefinedTerms() {}

    /** What the sender wants to define. */
    public static InstrumentTerms of(InstrumentDefinition definition, PartyId issuer) {
        return switch (definition) {
            case CreateBill bill -> bill(bill, issuer);
            case CreateBond bond -> bond(bond, issuer);
            case CreateSukuk sukuk -> sukuk(sukuk, issuer);
            case CreateReserve reserve -> reserve(reserve, issuer);
            case CreateOtherAsset other -> other(other, issuer);
        };
    }

    private static InstrumentTerms bill(CreateBill bill, PartyId issuer) {
        return new InstrumentTerms(
                issuer,
                bill.name(),
                bill.cfi(),
                bill.programme(),
                Optional.of(new Denomination(bill.currency(), bill.faceValue())),
                bill.issueDate(),
                Optional.of(bill.maturityDate()),
                new UnitLimits(bill.authorisedUnits(), bill.minimumUnits(), bill.multipleUnits()),
                bill.registerMode(),
                backing(bill.attestors(), bill.attestationHours()),
                ContractForm.CONVENTIONAL,
                true,
                bill.termSheetHash(),
                new Entitlement.Discount());
    }

    private static InstrumentTerms bond(CreateBond bond, PartyId issuer) {
        return new InstrumentTerms(
                issuer,
                bond.name(),
                bond.cfi(),
                bond.programme(),
                Optional.of(new Denomination(bond.currency(), bond.faceValue())),
                bond.issueDate(),
                Optional.of(bond.maturityDate()),
                new UnitLimits(bond.authorisedUnits(), bond.minimumUnits(), bond.multipleUnits()),
                bond.registerMode(),
                backing(bond.attestors(), bond.attestationHours()),
                ContractForm.CONVENTIONAL,
                true,
                bond.termSheetHash(),
                new Entitlement.FixedCoupon(new PeriodicPay(
                        bond.couponRateE8(), bond.frequency(), bond.dayCount(), bond.recordDaysBefore())));
    }

    private static InstrumentTerms sukuk(CreateSukuk sukuk, PartyId issuer) {
        return new InstrumentTerms(
                issuer,
                sukuk.name(),
                sukuk.cfi(),
                sukuk.programme(),
                Optional.of(new Denomination(sukuk.currency(), sukuk.faceValue())),
                sukuk.issueDate(),
                Optional.of(sukuk.maturityDate()),
                new UnitLimits(sukuk.authorisedUnits(), sukuk.minimumUnits(), sukuk.multipleUnits()),
                sukuk.registerMode(),
                backing(sukuk.attestors(), sukuk.attestationHours()),
                ContractForm.IJARAH,
                true,
                sukuk.termSheetHash(),
                new Entitlement.FixedRental(
                        new PeriodicPay(
                                sukuk.rentalRateE8(), sukuk.frequency(), sukuk.dayCount(), sukuk.recordDaysBefore()),
                        sukuk.underlyingAssetHash()));
    }

    private static InstrumentTerms reserve(CreateReserve reserve, PartyId issuer) {
        return new InstrumentTerms(
                issuer,
                reserve.name(),
                reserve.cfi(),
                Optional.empty(),
                Optional.empty(),
                reserve.issueDate(),
                Optional.empty(),
                new UnitLimits(reserve.authorisedUnits(), reserve.minimumUnits(), reserve.multipleUnits()),
                RegisterMode.PHYSICAL,
                Optional.of(new BackingDemand(reserve.attestors(), reserve.attestationHours())),
                ContractForm.CONVENTIONAL,
                true,
                reserve.termSheetHash(),
                new Entitlement.Goods(reserve.unitCode(), reserve.scale(), reserve.amountPerToken()));
    }

    private static InstrumentTerms other(CreateOtherAsset other, PartyId issuer) {
        return new InstrumentTerms(
                issuer,
                other.name(),
                other.cfi(),
                other.programme(),
                Optional.of(new Denomination(other.currency(), other.faceValue())),
                other.issueDate(),
                other.maturityDate(),
                new UnitLimits(other.authorisedUnits(), other.minimumUnits(), other.multipleUnits()),
                other.registerMode(),
                backing(other.attestors(), other.attestationHours()),
                other.contractForm(),
                other.transferable(),
                other.termSheetHash(),
                new Entitlement.AsDocumented());
    }

    /** Half a demand becomes one that no rule lets pass. */
    private static Optional<BackingDemand> backing(Optional<Long> attestors, Optional<Long> hours) {
        return attestors.isPresent() || hours.isPresent()
                ? Optional.of(new BackingDemand(attestors.orElse(0L), hours.orElse(0L)))
                : Optional.empty();
    }

    /** The terms as they would be after an amendment. */
    public static InstrumentTerms amended(InstrumentTerms terms, AmendInstrument amend) {
        return new InstrumentTerms(
                terms.issuer(),
                amend.name().orElse(terms.name()),
                terms.cfi(),
                terms.programme(),
                terms.denomination(),
                terms.issueDay(),
                terms.maturityDay(),
                new UnitLimits(
                        amend.authorisedUnits().orElse(terms.units().authorised()),
                        amend.minimumUnits().orElse(terms.units().minimum()),
                        amend.multipleUnits().orElse(terms.units().multiple())),
                terms.registerMode(),
                terms.backing(),
                terms.contractForm(),
                terms.isTransferable(),
                amend.termSheetHash().or(terms::termSheetHash),
                terms.entitlement());
    }
}
