package org.khazana.ledger.execution;

import java.util.Optional;
import org.khazana.ledger.block.Moment;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.rules.AuthorityRules;
import org.khazana.ledger.rules.Circumstances;
import org.khazana.ledger.rules.Findings;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.transaction.Transaction;

/**
 * What a node asks before it accepts a submission, so that what is hopeless never enters the log. Business is judged
 * later, when the block is executed: only then is the state certain. Safe to use from several threads, if the verifier
 * is.
 */
public final class Admission {
    private final Authentication authentication;

    public Admission(SignatureVerifier verifier) {
        this.authentication = new Authentication(verifier);
    }

    /**
     * Empty if the transaction may enter the log. Form and chain were checked when it was decoded.
     *
     * @param view may be some blocks behind
     * @param nowMillis the node's clock, milliseconds since 1970 UTC
     */
    public Optional<Refusal> check(Transaction transaction, LedgerView view, long nowMillis) {
        return switch (authentication.authenticate(transaction, view, nowMillis)) {
            case Authentication.Outcome.Refused refused -> Optional.of(Refusal.of(refused.code()));
            case Authentication.Outcome.Established established -> {
                Findings findings = new Findings();
                AuthorityRules.signersActive(
                        new Circumstances(view, established.signers(), new Moment(0, 0, nowMillis)), findings);
                yield findings.first();
            }
        };
    }
}
