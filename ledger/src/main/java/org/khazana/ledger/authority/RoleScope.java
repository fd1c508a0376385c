package org.khazana.ledger.authority;

import java.util.Comparator;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.table.Numbered;

/**
 * What a role is granted for: everything, or one programme with its instruments, or one asset; ordered by kind, then code.
 *
 * @param code of the programme or of the asset, visible ASCII; empty for everything
 */
public record RoleScope(Kind kind, String code) implements Comparable<RoleScope> {
    /** More than any code of a programme or of an asset. */
    public static final int CODE_LENGTH_MAX = 16;

    public static final RoleScope EVERYTHING = new RoleScope(Kind.EVERYTHING, "");

    private static final Comparator<RoleScope> ORDER =
            Comparator.comparing(RoleScope::kind).thenComparing(RoleScope::code);

    public enum Kind implements Numbered {
        EVERYTHING,
        PROGRAMME,
        ASSET
    }

    public static RoleScope ofProgramme(String code) {
        return new RoleScope(Kind.PROGRAMME, code);
    }

    public static RoleScope of(AssetCode asset) {
        return new RoleScope(Kind.ASSET, asset.text());
    }

    @Override
    public int compareTo(RoleScope other) {
        return ORDER.compare(this, other);
    }
}
