package org.khazana.ledger.operation;

import java.util.Optional;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Reference;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;

@Means(
        "Takes a role from a party, as it was granted: what was granted for everything, or for that programme, or for that asset; other "
                + "grants of the same role stay. Signed as the policy demands.")
@Says({
    "take the role {role} from party {party}",
    "as granted for the programme {programme} only|not one granted for a programme only",
    "as granted for the asset {asset} only|not one granted for an asset only"
})
public record RevokeRole(
        @Means("who loses it") PartyId party,
        @Means("what it may do no more") Role role,

        @Reference(max = CreateProgramme.CODE_LENGTH_MAX) @Means("the only programme for which it was granted")
        Optional<String> programme,

        @Means("the only asset for which it was granted") Optional<AssetCode> asset)
        implements GovernanceOperation {
    /** What was granted for everything. */
    public RevokeRole(PartyId party, Role role) {
        this(party, role, Optional.empty(), Optional.empty());
    }
}
