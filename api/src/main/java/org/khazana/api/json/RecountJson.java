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
     * @param units counted so far, as a decimal string; of one that is over and right, all that was outstanding
     * @param status GOING_ON, RIGHT or MISMATCH
     */
    public record RunJson(long beganAtHeight, long lastStepAtHeight, long cursor, String units, String status) {}

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
                AmountText.write(recount.units(), recount.asset(), denominations),
                recount.status().name());
    }
}
