package org.khazana.api.json;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.AssetRecount;

/**
 * How an asset was counted once more, as it was after the block of that height.
 *
 * @param goingOn missing while none goes on
 * @param last missing as long as none was finished
 */
public record RecountJson(
        long height,
        String asset,
        @Nullable RunJson goingOn,
        @Nullable RunJson last) {

    /**
     * One recount.
     *
     * @param cursor how many records were counted so far; the next step names it
     * @param part POSITIONS, then LOTS of tokens or PAYMENTS of money, HOLDINGS of parties, and the PROGRAMME if there is one
     * @param at how far the part is counted: an account, a serial, a reference, a party or an ISIN; of a mismatch, where it is
     * @param units counted so far in the part, as a decimal string; of a programme minor units of face value; of a recount that is over and
     *     right, all that was outstanding
     * @param status GOING_ON, RIGHT or MISMATCH
     */
    public record RunJson(
            long beganAtHeight,
            long lastStepAtHeight,
            long cursor,
            String part,
            String at,
            String units,
            String status) {}

    public static RecountJson of(
            long height,
            AssetCode asset,
            Optional<AssetRecount> goingOn,
            Optional<AssetRecount> last,
            Denominations denominations) {
        return new RecountJson(
                height,
                asset.text(),
                goingOn.map(recount -> of(recount, denominations)).orElse(null),
                last.map(recount -> of(recount, denominations)).orElse(null));
    }

    private static RunJson of(AssetRecount recount, Denominations denominations) {
        return new RunJson(
                recount.beganHeight(),
                recount.height(),
                recount.counted(),
                recount.part().name(),
                recount.place(),
                AmountText.write(recount.units(), recount.asset(), denominations),
                recount.status().name());
    }
}
