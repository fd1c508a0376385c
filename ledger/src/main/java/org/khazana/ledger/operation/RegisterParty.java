package org.khazana.ledger.operation;

import static org.khazana.ledger.form.FieldLimits.LEI_LENGTH;
import static org.khazana.ledger.form.FieldLimits.NAME_LENGTH_MAX;

import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Reference;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Text;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.party.Country;
import org.khazana.ledger.party.PartyKind;
import org.khazana.ledger.party.TaxClass;

@Means("Makes a new party, active and without roles, with its first key. Signed as the policy demands.")
@Says({
    "register party {party}, named {name}",
    "its first key is {key}",
    "it is a {kind}|it is an organisation",
    "its LEI is {lei}|without an LEI",
    "its identity is committed to by {identityCommitment}|its identity is not committed to",
    "it resides in {country}|where it resides is left open",
    "its tax class is {taxClass}|without a tax class"
})
public record RegisterParty(
        @Means("a number that no party has") PartyId party,

        @Text(max = NAME_LENGTH_MAX) @Means("of an organisation, or a pseudonym: no personal data stands on the ledger")
        String name,

        @Means("belongs to no party yet") PublicKey key,

        @Means("an organisation if it is left out") Optional<PartyKind> kind,

        @Reference(max = LEI_LENGTH) @Means("ISO 17442, of an organisation")
        Optional<String> lei,

        @Means(
                "hash of what identifies the party outside, with a salt kept off the ledger; a person must have one, and no two parties the same")
        Optional<Hash> identityCommitment,

        @Reference(max = Country.CODE_LENGTH) @Means("ISO 3166-1 alpha-2: where it resides")
        Optional<String> country,

        @Means("how its income is taxed") Optional<TaxClass> taxClass)
        implements GovernanceOperation {

    /** An organisation of which no more is said. */
    public RegisterParty(PartyId party, String name, PublicKey key) {
        this(
                party,
                name,
                key,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
