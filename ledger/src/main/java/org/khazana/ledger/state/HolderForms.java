package org.khazana.ledger.state;

import java.util.TreeSet;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.party.InvestorClass;
import org.khazana.ledger.party.PartyKind;
import org.khazana.ledger.party.TaxClass;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;

/** The bytes of what is kept of those who hold, and of what they may hold. */
final class HolderForms {
    static final ValueForm<PartyId, PartyProfile> PROFILE =
            ValueForm.of(HolderForms::writeProfile, HolderForms::readProfile);

    static final ValueForm<PartyId, Licence> LICENCE = ValueForm.of(
            (licence, fields) -> fields.small(licence.untilDay())
                    .list(licence.classes(), (each, form) -> form.constant(each))
                    .list(licence.countries(), (each, form) -> form.text(each)),
            (party, fields) -> new Licence(
                    party,
                    fields.small(),
                    new TreeSet<>(fields.list(form -> form.constant(InvestorClass.class))),
                    new TreeSet<>(fields.list(FieldReader::text))));

    static final ValueForm<PartyId, Eligibility> ELIGIBILITY = ValueForm.of(
            (eligibility, fields) -> fields.constant(eligibility.investorClass())
                    .text(eligibility.country())
                    .small(eligibility.untilDay())
                    .number(eligibility.attestor().number())
                    .flag(eligibility.isRevoked()),
            (party, fields) -> new Eligibility(
                    party,
                    fields.constant(InvestorClass.class),
                    fields.text(),
                    fields.small(),
                    new PartyId(fields.number()),
                    fields.flag()));

    static final ValueForm<AssetCode, HoldingTerms> HOLDING_TERMS =
            ValueForm.of(HolderForms::writeTerms, HolderForms::readTerms);

    static final ValueForm<PositionKey, OmnibusCommitment> OMNIBUS_COMMITMENT = ValueForm.of(
            (commitment, fields) -> fields.fixed(commitment.root().toBytes())
                    .number(commitment.total())
                    .small(commitment.asOfDay()),
            (key, fields) -> new OmnibusCommitment(
                    key.account(), key.asset(), Hash.of(fields.fixed(Hash.BYTES)), fields.number(), fields.small()));

    private HolderForms() {}

    private static void writeProfile(PartyProfile profile, FieldWriter fields) {
        fields.constant(profile.kind())
                .optional(profile.lei(), (lei, form) -> form.text(lei))
                .optional(profile.identityCommitment(), (hash, form) -> form.fixed(hash.toBytes()))
                .optional(profile.country(), (country, form) -> form.text(country))
                .optional(profile.taxClass(), (taxClass, form) -> form.constant(taxClass));
    }

    private static PartyProfile readProfile(PartyId party, FieldReader fields) {
        return new PartyProfile(
                party,
                fields.constant(PartyKind.class),
                fields.optional(FieldReader::text),
                fields.optional(form -> Hash.of(form.fixed(Hash.BYTES))),
                fields.optional(FieldReader::text),
                fields.optional(form -> form.constant(TaxClass.class)));
    }

    private static void writeTerms(HoldingTerms terms, FieldWriter fields) {
        fields.flag(terms.needsAttestation())
                .flag(terms.isAttestedFromFirst())
                .list(terms.allowedCountries(), (each, form) -> form.text(each))
                .list(terms.barredCountries(), (each, form) -> form.text(each))
                .list(terms.allowedClasses(), (each, form) -> form.constant(each))
                .optional(terms.largestUnits(), (units, form) -> form.number(units))
                .optional(terms.largestBasisPoints(), (points, form) -> form.small(points))
                .optional(terms.omnibusDaysMax(), (days, form) -> form.small(days));
    }

    private static HoldingTerms readTerms(AssetCode asset, FieldReader fields) {
        return new HoldingTerms(
                asset,
                fields.flag(),
                fields.flag(),
                new TreeSet<>(fields.list(FieldReader::text)),
                new TreeSet<>(fields.list(FieldReader::text)),
                new TreeSet<>(fields.list(form -> form.constant(InvestorClass.class))),
                fields.optional(FieldReader::number),
                fields.optional(FieldReader::small),
                fields.optional(FieldReader::small));
    }
}
