package org.khazana.ledger.operation;

import java.util.Optional;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.form.Day;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Reference;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;

@Means(
        "Gives a party a role: for everything, or for one programme and its instruments, or for one asset. The same grant again "
                + "with another last day, or without one, replaces its end. Signed as the policy demands.")
@Says({
    "give party {party} the role {role}",
    "for the programme {programme} and its instruments only|not only for one programme",
    "for the asset {asset} only|not only for one asset",
    "until {untilDate}|without an end"
})
public record GrantRole(
        @Means("who gets it") PartyId party,

        @Means("what it may do from now on; a GOVERNOR is one for everything and without an end")
        Role role,

        @Reference(max = CreateProgramme.CODE_LENGTH_MAX) @Means("the only programme for which it counts")
        Optional<String> programme,

        @Means("the only asset for which it counts: ISIN, or currency code for cash")
        Optional<AssetCode> asset,

        @Day @Means("last business day on which it counts; not in the past")
        Optional<Integer> untilDate)
        implements GovernanceOperation {
    /** For everything and without an end. */
    public GrantRole(PartyId party, Role role) {
        this(party, role, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
