package org.khazana.ledger.execution;

import static org.khazana.ledger.refusal.RefusalCode.BOUND_EXCEEDED;
import static org.khazana.ledger.refusal.RefusalCode.EXPIRED_OR_TOO_EARLY;
import static org.khazana.ledger.refusal.RefusalCode.KEY_THRESHOLD_NOT_MET;
import static org.khazana.ledger.refusal.RefusalCode.KEY_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.SENDER_SIGNATURE_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.SIGNATURE_INVALID;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.khazana.ledger.authority.Signers;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.transaction.EnvelopeLimits;
import org.khazana.ledger.transaction.Transaction;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.transaction.TransactionSignature;

/** Establishes who asks, and that it is the time to ask. Until that is done, nothing is kept of a transaction. */
final class Authentication {
    private final SignatureVerifier verifier;

    Authentication(SignatureVerifier verifier) {
        this.verifier = verifier;
    }

    /** Either who signed, or why that could not be established. */
    sealed interface Outcome {
        record Established(Signers signers) implements Outcome {}

        record Refused(RefusalCode code) implements Outcome {}
    }

    /**
     * Order: outside of its time; valid for too long; sender unknown; a key unknown or revoked; no signature by the sender; the
     * keys of a party too light for its threshold; a signature wrong. Keys are looked up before any signature is verified: it is cheaper, and all libraries agree
     * about keys that became known by the front door only.
     */
    Outcome authenticate(Transaction transaction, LedgerView view, long timeMillis) {
        Optional<RefusalCode> untimely = timeWindow(transaction.body(), timeMillis);
        if (untimely.isPresent()) {
            return new Outcome.Refused(untimely.get());
        }
        PartyId sender = transaction.body().sender();
        if (view.party(sender).isEmpty()) {
            return new Outcome.Refused(PARTY_UNKNOWN);
        }
        SortedMap<PartyId, SortedSet<Hash>> persons = new TreeMap<>();
        SortedMap<PartyId, Integer> weights = new TreeMap<>();
        for (TransactionSignature signature : transaction.signatures()) {
            Optional<PartyKey> key = view.key(signature.publicKey()).filter(known -> !known.isRevoked());
            if (key.isEmpty()) {
                return new Outcome.Refused(KEY_UNKNOWN);
            }
            PartyId party = key.get().party();
            weights.merge(party, key.get().weight(), Math::addExact);
            persons.computeIfAbsent(party, known -> new TreeSet<>())
                    .addAll(key.get().person().stream().toList());
        }
        if (!weights.containsKey(sender)) {
            return new Outcome.Refused(SENDER_SIGNATURE_MISSING);
        }
        for (Map.Entry<PartyId, Integer> weight : weights.entrySet()) {
            if (weight.getValue() < view.keyThreshold(weight.getKey())) {
                return new Outcome.Refused(KEY_THRESHOLD_NOT_MET);
            }
        }
        return areSignaturesValid(transaction)
                ? new Outcome.Established(new Signers(sender, persons))
                : new Outcome.Refused(SIGNATURE_INVALID);
    }

    private static Optional<RefusalCode> timeWindow(TransactionBody body, long timeMillis) {
        if (timeMillis < body.notBeforeMillis() || timeMillis > body.notAfterMillis()) {
            return Optional.of(EXPIRED_OR_TOO_EARLY);
        }
        if (body.notAfterMillis() - timeMillis > EnvelopeLimits.VALIDITY_MILLIS_MAX) {
            return Optional.of(BOUND_EXCEEDED);
        }
        return Optional.empty();
    }

    private boolean areSignaturesValid(Transaction transaction) {
        for (TransactionSignature signature : transaction.signatures()) {
            if (!verifier.isValid(signature.publicKey(), transaction.signingBytes(), signature.signature())) {
                return false;
            }
        }
        return true;
    }
}
