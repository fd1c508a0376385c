package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.CEILING_EXCEEDED;
import static org.khazana.ledger.refusal.RefusalCode.CURRENCY_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.PROGRAMME_EXISTS;
import static org.khazana.ledger.refusal.RefusalCode.PROGRAMME_MISMATCH;
import static org.khazana.ledger.refusal.RefusalCode.PROGRAMME_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.ROLE_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.TERMS_INVALID;

import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.operation.AmendCeiling;
import org.khazana.ledger.operation.CreateProgramme;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Programme;

/** Whether a programme may be defined or changed, and what fits under its ceiling. */
public final class ProgrammeRules {
    private ProgrammeRules() {}

    /** Order: the policy; the code taken; the name or the ceiling; the currency. */
    public static void judge(CreateProgramme create, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(create, circumstances, findings);
        findings.demand(circumstances.view().programme(create.programme()).isEmpty(), PROGRAMME_EXISTS);
        findings.demand(!create.name().isBlank() && create.ceiling() > 0, TERMS_INVALID);
        findings.demand(
                circumstances
                        .view()
                        .asset(create.currency())
                        .filter(Asset::isCash)
                        .isPresent(),
                CURRENCY_UNKNOWN);
    }

    /** Order: the policy; the programme unknown; the sender not its issuer; another currency; not positive; less than is authorised under it. */
    public static void judge(AmendCeiling amend, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(amend, circumstances, findings);
        findings.demand(circumstances.view().programme(amend.programme()), PROGRAMME_UNKNOWN)
                .ifPresent(programme -> {
                    findings.demand(
                            programme.issuer().equals(circumstances.signers().sender()), ROLE_MISSING);
                    findings.demand(programme.currency().equals(amend.currency()), PROGRAMME_MISMATCH);
                    findings.demand(amend.ceiling() > 0, TERMS_INVALID);
                    findings.demand(
                            amend.ceiling() <= 0 || amend.ceiling() >= programme.authorisedMinor(), CEILING_EXCEEDED);
                });
    }

    /**
     * Whether all of an instrument fits under the ceiling of its programme, if it has one. Order: the programme unknown; of another
     * issuer or currency; the ceiling.
     *
     * @param countedMinor what of it counts under the ceiling already
     */
    static void fits(InstrumentTerms terms, long countedMinor, Circumstances circumstances, Findings findings) {
        terms.programme()
                .flatMap(code -> findings.demand(circumstances.view().programme(code), PROGRAMME_UNKNOWN))
                .ifPresent(programme -> {
                    findings.demand(isOf(programme, terms), PROGRAMME_MISMATCH);
                    findings.demand(
                            terms.authorisedFaceMinor() - countedMinor <= programme.roomMinor(), CEILING_EXCEEDED);
                });
    }

    private static boolean isOf(Programme programme, InstrumentTerms terms) {
        return programme.issuer().equals(terms.issuer())
                && terms.denomination()
                        .filter(money -> money.currency().equals(programme.currency()))
                        .isPresent();
    }
}
