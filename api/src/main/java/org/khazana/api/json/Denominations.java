package org.khazana.api.json;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.khazana.ledger.id.AssetCode;

/** Which assets are cash, and how many digits behind the point their amounts have. */
@FunctionalInterface
public interface Denominations {

    /** Minor digits of a currency on this ledger; empty for tokens and for codes that are not known. */
    OptionalInt minorDigits(AssetCode code);

    /** The same, which asks about each asset once: for one answer, as the postings of a batch are all of one asset. For one thread. */
    default Denominations remembered() {
        Map<AssetCode, OptionalInt> known = new HashMap<>();
        return code -> known.computeIfAbsent(code, this::minorDigits);
    }
}
