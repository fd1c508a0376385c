package org.khazana.ledger.rules;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.khazana.ledger.authority.Signers;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Instruction;
import org.khazana.ledger.state.LedgerView;

/** Who has a say in an instruction, as the accounts are now. */
public final class Affirmations {
    private Affirmations() {}

    /** Who must affirm it: whom the accounts' rules name, and, for a reversal, who had affirmed what it undoes. */
    public static SortedSet<PartyId> needed(Instruction instruction, LedgerView view) {
        SortedSet<PartyId> needed = new TreeSet<>();
        for (Leg leg : instruction.legs()) {
            needed.addAll(givers(view.account(leg.from()).orElseThrow()));
            needed.addAll(AccountRules.creditSigners(view.account(leg.to()).orElseThrow()));
        }
        instruction.reverses().flatMap(view::instruction).ifPresent(reversed -> needed.addAll(reversed.affirmed()));
        return needed;
    }

    /** Who must affirm before anything leaves the account. */
    public static List<PartyId> givers(Account account) {
        return AccountRules.debitSigners(account);
    }

    /** Owners and controllers of all accounts that are known. */
    public static SortedSet<PartyId> named(List<Leg> legs, LedgerView view) {
        SortedSet<PartyId> named = new TreeSet<>();
        for (Leg leg : legs) {
            view.account(leg.from()).ifPresent(account -> add(account, named));
            view.account(leg.to()).ifPresent(account -> add(account, named));
        }
        return named;
    }

    private static void add(Account account, SortedSet<PartyId> named) {
        named.add(account.owner());
        named.add(account.controller());
    }

    /** Whether everybody has affirmed it whom it needs. */
    public static boolean areComplete(Instruction instruction, Circumstances circumstances) {
        return given(instruction, circumstances).parties().containsAll(needed(instruction, circumstances.view()));
    }

    /** Those who have affirmed it, as signers of what it does. The word of one that was suspended since does not count. */
    public static Signers given(Instruction instruction, Circumstances circumstances) {
        SortedMap<PartyId, SortedSet<Hash>> persons = new TreeMap<>();
        instruction.affirmed().stream()
                .filter(circumstances::isActive)
                .forEach(party -> persons.put(party, new TreeSet<>()));
        return new Signers(instruction.creator(), persons);
    }

    /** Who of those has signed. */
    public static SortedSet<PartyId> among(SortedSet<PartyId> parties, Signers signers) {
        SortedSet<PartyId> speaking = signers.parties();
        speaking.retainAll(parties);
        return speaking;
    }

    /** Whether it can settle as soon as it is matched. */
    public static boolean isDue(Instruction instruction, Circumstances circumstances) {
        return instruction.settleDay() <= circumstances.day()
                && instruction.held().isEmpty();
    }
}
