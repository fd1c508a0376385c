package org.khazana.api.endpoint;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;
import org.khazana.api.json.InvalidRequest;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.state.PassageId;
import org.khazana.ledger.state.SerialTrace;
import org.khazana.ledger.transaction.TransactionId;

/** Reads the variable parts of paths; what is not acceptable is an {@link InvalidRequest}. */
final class PathParameter {
    private static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]{0,18}");

    /** Height, position, ordinal and serial. */
    private static final Pattern CURSOR = Pattern.compile("[0-9]{1,18}\\.[0-9]{1,9}\\.[0-9]{1,9}\\.[0-9]{1,18}");

    private PathParameter() {}

    static AccountId account(Context ctx) {
        return new AccountId(positive(ctx.pathParam("id"), "an account id"));
    }

    static PartyId party(Context ctx) {
        return new PartyId(positive(ctx.pathParam("id"), "a party id"));
    }

    static TransactionId transaction(Context ctx) {
        try {
            return new TransactionId(Hash.fromHex(ctx.pathParam("id")));
        } catch (IllegalArgumentException e) {
            throw notAcceptable("a transaction id is 64 hexadecimal digits");
        }
    }

    static AssetCode asset(Context ctx) {
        try {
            return new AssetCode(ctx.pathParam("code"));
        } catch (IllegalArgumentException e) {
            throw notAcceptable("an asset code is 1 to 12 characters of A-Z and 0-9");
        }
    }

    static long serial(Context ctx) {
        return positive(ctx.pathParam("serial"), "a serial");
    }

    /** As an answer before has given it; empty when the path has none. */
    static Optional<SerialTrace.Cursor> cursor(Context ctx) {
        String text = ctx.pathParamMap().get("cursor");
        if (text == null) {
            return Optional.empty();
        }
        if (!CURSOR.matcher(text).matches()) {
            throw notAcceptable("where to read on is what 'next' said");
        }
        String[] parts = text.split("\\.", -1);
        PassageId passage =
                new PassageId(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        return Optional.of(new SerialTrace.Cursor(passage, Long.parseLong(parts[3])));
    }

    static long height(String text) {
        return positive(text, "a height");
    }

    private static long positive(String text, String what) {
        if (POSITIVE.matcher(text).matches()) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw notAcceptable(what + " is at most " + Long.MAX_VALUE);
            }
        }
        throw notAcceptable(what + " is a whole number from 1, without leading zeros");
    }

    private static InvalidRequest notAcceptable(String rule) {
        return InvalidRequest.of("", "cannot be read from the path: " + rule);
    }
}
