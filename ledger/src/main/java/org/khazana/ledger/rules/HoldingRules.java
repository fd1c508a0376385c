package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.COUNTRY_NOT_ALLOWED;
import static org.khazana.ledger.refusal.RefusalCode.ELIGIBILITY_ENDED;
import static org.khazana.ledger.refusal.RefusalCode.INVESTOR_CLASS_NOT_ALLOWED;
import static org.khazana.ledger.refusal.RefusalCode.OMNIBUS_COMMITMENT_STALE;
import static org.khazana.ledger.refusal.RefusalCode.RECEIVER_NOT_ELIGIBLE;

import java.util.Optional;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Eligibility;
import org.khazana.ledger.state.HoldingTerms;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.PartyProfile;

/**
 * Whether a party may come to hold an instrument at all; how much of it is a question for {@link HoldingLimits}. Only what enters
 * is judged: who may not receive any more may still sell.
 */
final class HoldingRules {
    private HoldingRules() {}

    /**
     * Nothing to say of official accounts, of instruments without such rules, and of cash, which has none. Order: nobody has
     * attested the owner; the attestation has ended; the country; the class; the commitment of an omnibus account too old.
     */
    static void judge(AccountId to, AssetCode asset, Circumstances circumstances, Findings findings) {
        LedgerView view = circumstances.view();
        Optional<HoldingTerms> terms = view.holdingTerms(asset);
        if (terms.isPresent()) {
            view.account(to)
                    .filter(account -> !account.kind().isOfficial())
                    .ifPresent(account -> judge(terms.get(), account, circumstances, findings));
        }
    }

    private static void judge(HoldingTerms terms, Account to, Circumstances circumstances, Findings findings) {
        LedgerView view = circumstances.view();
        Optional<Eligibility> attested = view.eligibility(to.owner());
        Optional<Eligibility> valid = attested.filter(eligibility -> eligibility.holdsOn(circumstances.day()));
        if (terms.needsAttestation()) {
            findings.demand(attested.isPresent(), RECEIVER_NOT_ELIGIBLE);
            findings.demand(attested.isEmpty() || valid.isPresent(), ELIGIBILITY_ENDED);
        }
        if (valid.isPresent() || !terms.needsAttestation()) {
            Optional<String> country = valid.map(Eligibility::country)
                    .or(() -> view.profile(to.owner()).flatMap(PartyProfile::country));
            findings.demand(terms.allowsCountry(country), COUNTRY_NOT_ALLOWED);
            findings.demand(terms.allowsClass(valid.map(Eligibility::investorClass)), INVESTOR_CLASS_NOT_ALLOWED);
        }
        findings.demand(isFresh(terms, to, circumstances), OMNIBUS_COMMITMENT_STALE);
    }

    /** As long as an omnibus account holds nothing, there is nothing to say of whose it is. */
    private static boolean isFresh(HoldingTerms terms, Account to, Circumstances circumstances) {
        if (to.kind() != AccountKind.CLIENT_OMNIBUS || terms.omnibusDaysMax().isEmpty()) {
            return true;
        }
        LedgerView view = circumstances.view();
        long oldestDay = circumstances.day() - terms.omnibusDaysMax().get();
        return view.quantity(to.id(), terms.asset()) == 0
                || view.omnibusCommitment(to.id(), terms.asset())
                        .filter(commitment -> commitment.asOfDay() >= oldestDay)
                        .isPresent();
    }
}
