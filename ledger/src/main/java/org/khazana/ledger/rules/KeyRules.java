package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.KEYS_TOO_MANY;
import static org.khazana.ledger.refusal.RefusalCode.KEY_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.KEY_IN_USE;
import static org.khazana.ledger.refusal.RefusalCode.KEY_THRESHOLD_UNREACHABLE;
import static org.khazana.ledger.refusal.RefusalCode.KEY_UNKNOWN_TO_PARTY;
import static org.khazana.ledger.refusal.RefusalCode.KEY_WEIGHT_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.LAST_KEY;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_CLOSED;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_NAMED_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.RECOVERY_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.RECOVERY_WAITING;

import java.util.Comparator;
import java.util.List;
import org.khazana.ledger.authority.KeyLimits;
import org.khazana.ledger.authority.PartyStatus;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.AddKey;
import org.khazana.ledger.operation.CancelKeyRecovery;
import org.khazana.ledger.operation.CompleteKeyRecovery;
import org.khazana.ledger.operation.RevokeKey;
import org.khazana.ledger.operation.SetKeyThreshold;
import org.khazana.ledger.operation.StartKeyRecovery;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.transaction.EnvelopeLimits;

/** Whether the keys of a party may change. */
public final class KeyRules {
    private KeyRules() {}

    /** The sender's own affair. Order: the key unsound, or taken; its weight; too many keys. */
    public static void judge(AddKey add, Circumstances circumstances, Findings findings) {
        LedgerView view = circumstances.view();
        newKey(add.key(), view, findings);
        findings.demand(add.weight() >= 1 && add.weight() <= KeyLimits.WEIGHT_MAX, KEY_WEIGHT_INVALID);
        int keys = keysOf(circumstances.signers().sender(), view).size();
        findings.demand(keys < KeyLimits.PER_PARTY_MAX, KEYS_TOO_MANY);
    }

    /** A key that a party gets. Order: unsound; taken. */
    static void newKey(PublicKey key, LedgerView view, Findings findings) {
        findings.demand(Ed25519.isSoundKey(key), KEY_INVALID);
        findings.demand(view.key(key).isEmpty(), KEY_IN_USE);
    }

    /** The sender's own affair. Order: not a key that signs for it; the last one; the others too light for the threshold. */
    public static void judge(RevokeKey revoke, Circumstances circumstances, Findings findings) {
        LedgerView view = circumstances.view();
        PartyId sender = circumstances.signers().sender();
        boolean isItsOwn = view.key(revoke.key())
                .filter(key -> key.party().equals(sender) && !key.isRevoked())
                .isPresent();
        if (findings.demand(isItsOwn, KEY_UNKNOWN_TO_PARTY)) {
            List<PartyKey> others = keysOf(sender, view).stream()
                    .filter(key -> !key.publicKey().equals(revoke.key()))
                    .toList();
            if (findings.demand(!others.isEmpty(), LAST_KEY)) {
                findings.demand(heaviest(others) >= view.keyThreshold(sender), KEY_THRESHOLD_UNREACHABLE);
            }
        }
    }

    /** The sender's own affair. Order: nothing, or more than its keys can weigh in one envelope. */
    public static void judge(SetKeyThreshold set, Circumstances circumstances, Findings findings) {
        long reachable = heaviest(keysOf(circumstances.signers().sender(), circumstances.view()));
        findings.demand(set.threshold() >= 1 && set.threshold() <= reachable, KEY_THRESHOLD_UNREACHABLE);
    }

    /** Order: the policy; the party unknown, or closed; the key unsound, or taken. */
    public static void judge(StartKeyRecovery start, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(start, circumstances, findings);
        findings.demand(circumstances.view().party(start.party()), PARTY_NAMED_UNKNOWN)
                .ifPresent(party -> findings.demand(party.status() != PartyStatus.CLOSED, PARTY_CLOSED));
        newKey(start.key(), circumstances.view(), findings);
    }

    /** The sender's own affair: there must be one. */
    public static void judge(CancelKeyRecovery cancel, Circumstances circumstances, Findings findings) {
        findings.demand(circumstances.view().recovery(circumstances.signers().sender()), RECOVERY_UNKNOWN);
    }

    /** Order: the policy; none was started; the time is not over; the key was taken since. */
    public static void judge(CompleteKeyRecovery complete, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(complete, circumstances, findings);
        findings.demand(circumstances.view().recovery(complete.party()), RECOVERY_UNKNOWN)
                .ifPresent(recovery -> {
                    findings.demand(circumstances.blockTimeMillis() >= recovery.readyAtMillis(), RECOVERY_WAITING);
                    findings.demand(circumstances.view().key(recovery.key()).isEmpty(), KEY_IN_USE);
                });
    }

    private static List<PartyKey> keysOf(PartyId party, LedgerView view) {
        return view.keysOf(party, KeyLimits.PER_PARTY_MAX).stream()
                .map(key -> view.key(key).orElseThrow())
                .toList();
    }

    /** The most that can sign in one envelope. */
    private static long heaviest(List<PartyKey> keys) {
        return keys.stream()
                .map(PartyKey::weight)
                .sorted(Comparator.reverseOrder())
                .limit(EnvelopeLimits.SIGNATURES_MAX)
                .mapToLong(Integer::longValue)
                .sum();
    }
}
