package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ACCOUNT_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.ARITHMETIC_OVERFLOW;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_CLASS_NOT_ALLOWED;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.NOTHING_TO_RENUMBER;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.operation.RenumberLots;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.LotByLength;
import org.khazana.ledger.state.Restraints;

/** Whether the tokens of a position may get new serials. */
public final class RenumberingRules {
    private RenumberingRules() {}

    /**
     * Order: the policy; the account unknown; the asset unknown, or without serials; fewer than two lots that are neither locked up
     * nor with a token that is named; no serials left. Nothing leaves the position, so its owner need not agree.
     */
    public static void judge(RenumberLots renumber, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(renumber, circumstances, findings);
        Optional<Account> account = findings.demand(circumstances.view().account(renumber.account()), ACCOUNT_UNKNOWN);
        Optional<Asset> asset = findings.demand(circumstances.view().asset(renumber.isin()), ASSET_UNKNOWN)
                .filter(known -> findings.demand(known.isSerialised(), ASSET_CLASS_NOT_ALLOWED));
        if (account.isPresent() && asset.isPresent()) {
            List<LotByLength> lots = scattered(renumber, circumstances);
            findings.demand(lots.size() > 1, NOTHING_TO_RENUMBER);
            findings.demand(asset.get().units().canIssue(count(lots)), ARITHMETIC_OVERFLOW);
        }
    }

    /** What is outstanding can be counted, so this can. */
    private static long count(List<LotByLength> lots) {
        return lots.stream().mapToLong(LotByLength::length).sum();
    }

    /**
     * The lots that are renumbered: the shortest ones that are not locked up, no more than one movement may touch. A lot with a token that
     * is restricted, or set aside by name, stays as it is, as by another serial the token would get away.
     */
    public static List<LotByLength> scattered(RenumberLots renumber, Circumstances circumstances) {
        Restraints restraints = new Restraints(circumstances.view(), circumstances.blockTimeMillis());
        SerialSet named = restraints
                .restrictedSerials(renumber.isin())
                .with(restraints.setAside(circumstances.view().position(renumber.account(), renumber.isin())));
        LotByLength first = LotByLength.from(renumber.account(), renumber.isin(), 0);
        return circumstances.view().lots(first, 2 * LotChoice.LOTS_MAX).stream()
                .filter(lot -> lot.isFreeOn(circumstances.day()) && !named.overlaps(lot.serials()))
                .limit(LotChoice.LOTS_MAX)
                .toList();
    }
}
