package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ARITHMETIC_OVERFLOW;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_EXISTS;
import static org.khazana.ledger.refusal.RefusalCode.CURRENCY_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.ISIN_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.SCHEDULE_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.TERMS_INVALID;

import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.operation.CreateInstrument;
import org.khazana.ledger.state.Asset;

/** Whether a bill may be defined. */
public final class InstrumentRules {
    private InstrumentRules() {}

    /**
     * Order: the policy; the ISIN; the schedule; the ISIN taken; the terms; the currency; the
     * total face value beyond what can be counted.
     */
    public static void judge(CreateInstrument create, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(create, circumstances, findings);
        findings.demand(Isin.isValid(create.isin()), ISIN_INVALID);
        findings.demand(isScheduleSound(create, circumstances.day()), SCHEDULE_INVALID);
        findings.demand(circumstances.view().asset(create.isin()).isEmpty(), ASSET_EXISTS);
        boolean areTermsSound = findings.demand(areTermsSound(create), TERMS_INVALID);
        findings.demand(isCurrency(create.currency(), circumstances), CURRENCY_UNKNOWN);
        findings.demand(
                !areTermsSound || create.faceValue() <= Long.MAX_VALUE / create.authorisedUnits(), ARITHMETIC_OVERFLOW);
    }

    /** Issued in 1970 or later, maturing after that, and not matured already. */
    private static boolean isScheduleSound(CreateInstrument create, long today) {
        return create.issueDate() >= 0 && create.maturityDate() > create.issueDate() && create.maturityDate() > today;
    }

    /** Everything positive, and the least movement and the authorised number are movements that are allowed. */
    private static boolean areTermsSound(CreateInstrument create) {
        return !create.name().isBlank()
                && create.faceValue() > 0
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
