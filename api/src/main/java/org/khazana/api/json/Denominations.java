package org.khazana.api.json;

import java.util.OptionalInt;
import org.khazana.ledger.id.AssetCode;

/** Which assets are cash, and how many digits behind the point their amounts have. */
@FunctionalInterface
public interface Denominations {

    /** Minor digits of a currency on this ledger; empty for tokens and for codes that are not known. */
    OptionalInt minorDigits(AssetCode code);
}
