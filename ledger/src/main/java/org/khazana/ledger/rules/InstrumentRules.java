package org.khazana.ledger.rules;

import static org.khazana.ledger.receipt.RefusalCode.ARITHMETIC_OVERFLOW;
import static org.khazana.ledger.receipt.RefusalCode.ASSET_EXISTS;
import static org.khazana.ledger.receipt.RefusalCode.CURRENCY_UNKNOWN;
import static org.khazana.ledger.receipt.RefusalCode.ISIN_INVALID;
import static org.khazana.ledger.receipt.RefusalCode.SCHEDULE_INVALID;
import static org.khazana.ledger.receipt.RefusalCode.TERMS_INVALID;

import java.util.Optional;
import org.khazana.ledger.receipt.RefusalCode;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.transaction.AssetCode;
import org.khazana.ledger.transaction.Operation.CreateInstrument;

/** Whether a bill may be defined. */
public final class InstrumentRules {
    private InstrumentRules() {}

    /**
     * Order: authority of issuer and registrar; the ISIN; the schedule; the ISIN taken; the terms; the currency; the
     * total face value beyond what can be counted.
     */
    public static Optional<RefusalCode> refusal(CreateInstrument create, Circumstances circumstances) {
        Optional<RefusalCode> authority = AuthorityRules.issuerWithRegistrar(circumstances);
        if (authority.isPresent()) {
            return authority;
        }
        if (!Isin.isValid(create.isin())) {
            return Optional.of(ISIN_INVALID);
        }
        if (!isScheduleSound(create, circumstances.day())) {
            return Optional.of(SCHEDULE_INVALID);
        }
        if (circumstances.view().asset(create.isin()).isPresent()) {
            return Optional.of(ASSET_EXISTS);
        }
        if (!areTermsSound(create)) {
            return Optional.of(TERMS_INVALID);
        }
        if (!isCurrency(create.currency(), circumstances)) {
            return Optional.of(CURRENCY_UNKNOWN);
        }
        if (create.faceMinor() > Long.MAX_VALUE / create.authorisedUnits()) {
            return Optional.of(ARITHMETIC_OVERFLOW);
        }
        return Optional.empty();
    }

    /** Issued in 1970 or later, maturing after that, and not matured already. */
    private static boolean isScheduleSound(CreateInstrument create, long today) {
        return create.issueDay() >= 0 && create.maturityDay() > create.issueDay() && create.maturityDay() > today;
    }

    /** Everything positive, and the least movement and the authorised number are movements that are allowed. */
    private static boolean areTermsSound(CreateInstrument create) {
        return !create.name().isBlank()
                && create.faceMinor() > 0
                && create.authorisedUnits() > 0
                && create.minimumUnits() > 0
                && create.multipleUnits() > 0
                && create.minimumUnits() % create.multipleUnits() == 0
                && create.authorisedUnits() >= create.minimumUnits()
                && create.authorisedUnits() % create.multipleUnits() == 0;
    }

    private static boolean isCurrency(AssetCode code, Circumstances circumstances) {
        return circumstances.view().asset(code).filter(Asset::isCash).isPresent();
    }
}
