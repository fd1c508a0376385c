package org.khazana.ledger.operation;

import static org.khazana.ledger.form.FieldLimits.LEI_LENGTH;

import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Reference;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.party.Country;
import org.khazana.ledger.party.PartyKind;
import org.khazana.ledger.party.TaxClass;

@Means(
        "Says anew what is registered of a party beside its name: all of it, not a difference. Signed as the policy demands.")
@Says({
    "from now on this is registered of party {party}, and nothing else:",
    "it is a {kind}",
    "its LEI is {lei}|without an LEI",
    "its identity is committed to by {identityCommitment}|its identity is not committed to",
    "it resides in {country}|where it resides is left open",
    "its tax class is {taxClass}|without a tax class"
})
public record UpdateParty(
        @Means("which party") PartyId party,

        @Means("what it is") PartyKind kind,

        @Reference(max = LEI_LENGTH) @Means("ISO 17442, of an organisation")
        Optional<String> lei,

        @Means(
                "hash of what identifies the party outside, with a salt kept off the ledger; a person must have one, and no two parties the same")
        Optional<Hash> identityCommitment,

        @Reference(max = Country.CODE_LENGTH) @Means("ISO 3166-1 alpha-2: where it resides")
        Optional<String> country,

        @Means("how its income is taxed") Optional<TaxClass> taxClass)
        implements EligibilityOperation {}
