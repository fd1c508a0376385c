package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ARITHMETIC_OVERFLOW;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_CLASS_NOT_ALLOWED;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_EXISTS;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.CFI_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.CURRENCY_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.ISIN_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.ROLE_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.SCHEDULE_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.TERMS_FROZEN;
import static org.khazana.ledger.refusal.RefusalCode.TERMS_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.TERMS_UNCHANGED;

import java.util.Optional;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.instrument.Denomination;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.operation.AmendInstrument;
import org.khazana.ledger.operation.InstrumentDefinition;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.state.Asset;

/** Whether an instrument may be defined, or its terms changed. */
public final class InstrumentRules {
    private InstrumentRules() {}

    /**
     * Order: the policy; the ISIN; the classification; the schedule; the ISIN taken; the figures of the terms; the unit of goods;
     * the currency; the total face value beyond what can be counted; the programme.
     */
    public static void judge(
            Operation operation, InstrumentDefinition definition, Circumstances circumstances, Findings findings) {
        InstrumentTerms terms =
                DefinedTerms.of(definition, circumstances.signers().sender());
        PolicyRules.judge(operation, circumstances, findings);
        findings.demand(Isin.isValid(definition.isin()), ISIN_INVALID);
        findings.demand(Cfi.fits(terms.cfi(), terms.ofClass()), CFI_INVALID);
        findings.demand(TermsRules.isScheduleSound(terms, circumstances.day()), SCHEDULE_INVALID);
        findings.demand(circumstances.view().asset(definition.isin()).isEmpty(), ASSET_EXISTS);
        boolean areFiguresSound = findings.demand(TermsRules.areFiguresSound(terms), TERMS_INVALID);
        TermsRules.unit(terms, findings);
        findings.demand(isCurrency(terms.denomination(), circumstances), CURRENCY_UNKNOWN);
        if (areFiguresSound && findings.demand(TermsRules.isCountable(terms), ARITHMETIC_OVERFLOW)) {
            ProgrammeRules.fits(terms, 0, circumstances, findings);
        }
    }

    private static boolean isCurrency(Optional<Denomination> denomination, Circumstances circumstances) {
        return denomination.isEmpty()
                || circumstances
                        .view()
                        .asset(denomination.get().currency())
                        .filter(Asset::isCash)
                        .isPresent();
    }

    /**
     * Order: the policy; the asset unknown, or no instrument; the sender not its issuer; fixed since tokens were issued; nothing
     * changed; the figures of the terms; the total face value beyond what can be counted; the ceiling of the programme.
     */
    public static void judge(AmendInstrument amend, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(amend, circumstances, findings);
        Optional<Asset> asset = findings.demand(circumstances.view().asset(amend.isin()), ASSET_UNKNOWN);
        if (asset.isEmpty()) {
            return;
        }
        PartyId sender = circumstances.signers().sender();
        findings.demand(asset.get().instrument(), ASSET_CLASS_NOT_ALLOWED).ifPresent(terms -> {
            InstrumentTerms amended = DefinedTerms.amended(terms, amend);
            findings.demand(terms.issuer().equals(sender), ROLE_MISSING);
            findings.demand(!asset.get().wasIssued() || isOfDocumentsOnly(amend), TERMS_FROZEN);
            findings.demand(!amended.equals(terms), TERMS_UNCHANGED);
            if (findings.demand(TermsRules.areFiguresSound(amended), TERMS_INVALID)
                    && findings.demand(TermsRules.isCountable(amended), ARITHMETIC_OVERFLOW)) {
                ProgrammeRules.fits(amended, terms.authorisedFaceMinor(), circumstances, findings);
            }
        });
    }

    private static boolean isOfDocumentsOnly(AmendInstrument amend) {
        return amend.name().isEmpty()
                && amend.authorisedUnits().isEmpty()
                && amend.minimumUnits().isEmpty()
                && amend.multipleUnits().isEmpty();
    }
}
