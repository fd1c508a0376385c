package org.khazana.api.endpoint;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.khazana.api.json.InvalidRequest;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.claim.EncumbranceKind;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.state.PassageId;
import org.khazana.ledger.state.SerialTrace;
import org.khazana.ledger.transaction.TransactionId;

/** Reads the variable parts of paths; what is not acceptable is an {@link InvalidRequest}. */
final class PathParameter {
    private static final Pattern ENCUMBRANCE = Pattern.compile("([A-Z_]{1,32})-([1-9][0-9]{0,17})-([1-9][0-9]{0,8})");
    private static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]{0,18}");

    /** Height, position, ordinal and serial. */
    private static final Pattern CURSOR = Pattern.compile("[0-9]{1,18}\\.[0-9]{1,9}\\.[0-9]{1,9}\\.[0-9]{1,18}");

    private PathParameter() {}

    static AccountId account(Context ctx) {
        return new AccountId(positive(ctx.pathParam("id"), "an account id"));
    }

    /** The account behind which a list goes on: the last one of the piece before, or none. */
    static AccountId accountAfter(List<String> values) {
        return switch (values.size()) {
            case 0 -> new AccountId(0);
            case 1 -> new AccountId(positive(values.getFirst(), "an account id"));
            default -> throw InvalidRequest.of("", "names more than one account to go on behind");
        };
    }

    static PartyId party(Context ctx) {
        return new PartyId(positive(ctx.pathParam("id"), "a party id"));
    }

    /** @param what it is, such as "the number of an order" */
    static long number(Context ctx, String what) {
        return positive(ctx.pathParam("id"), what);
    }

    static EncumbranceId encumbrance(Context ctx) {
        Matcher parts = ENCUMBRANCE.matcher(ctx.pathParam("id"));
        try {
            if (parts.matches()) {
                return new EncumbranceId(
                        EncumbranceKind.valueOf(parts.group(1)),
                        Long.parseLong(parts.group(2)),
                        Integer.parseInt(parts.group(3)));
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw notAcceptable("an encumbrance is called as PLEDGE-17-1: kind, number, part");
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
