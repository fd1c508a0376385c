package org.khazana.ledger.rules;

import java.util.Comparator;
import java.util.List;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.instrument.BackingDemand;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Attestation;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Party;

/**
 * How far attestors vouch for what lies behind an instrument at one instant. Counts only who is an active attestor then.
 *
 * @param attested how many vouch at all
 * @param fresh those of them who vouched lately enough, the most units first
 */
public record Backing(int attested, List<Attestation> fresh, BackingDemand demand) {
    public Backing {
        fresh = List.copyOf(fresh);
    }

    /** Of an instrument that demands it, at an instant, milliseconds since 1970 UTC. */
    public static Backing of(Asset asset, BackingDemand demand, LedgerView view, long millis) {
        Electorate electorate = new Electorate(
                view, Subjects.of(asset.code(), view), view.businessTime().day(millis));
        List<Attestation> counting = view.attestations(asset.code()).stream()
                .filter(attestation -> isByAttestor(attestation, electorate))
                .toList();
        List<Attestation> fresh = counting.stream()
                .filter(attestation -> demand.isFresh(attestation.asOfMillis(), millis))
                .sorted(Comparator.comparingLong(Attestation::units).reversed())
                .toList();
        return new Backing(counting.size(), fresh, demand);
    }

    private static boolean isByAttestor(Attestation attestation, Electorate electorate) {
        return electorate.hasRole(attestation.attestor(), Role.ATTESTOR_RESERVE)
                && electorate
                        .view()
                        .party(attestation.attestor())
                        .filter(Party::isActive)
                        .isPresent();
    }

    public boolean hasEnoughAttestors() {
        return attested >= demand.attestors();
    }

    public boolean isFresh() {
        return fresh.size() >= demand.attestors();
    }

    /** The most tokens for which as many as are demanded vouch; 0 while they are too few. */
    public long units() {
        return isFresh() ? fresh.get((int) demand.attestors() - 1).units() : 0;
    }
}
