package org.khazana.api.json;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.state.Eligibility;
import org.khazana.ledger.state.Licence;
import org.khazana.ledger.state.PartyProfile;

/**
 * What was known of a party beside its name after the block of that height. What nobody has said is missing.
 *
 * @param identityCommitment SHA-256 in hexadecimal
 * @param country ISO 3166-1 alpha-2
 * @param licence whom it may attest
 * @param eligibility what an attestor has said of it
 */
public record PartyProfileJson(
        long height,
        long party,
        @Nullable String kind,
        @Nullable String lei,
        @Nullable String identityCommitment,
        @Nullable String country,
        @Nullable String taxClass,
        @Nullable LicenceJson licence,
        @Nullable EligibilityJson eligibility) {

    public static PartyProfileJson of(
            long height,
            PartyId party,
            Optional<PartyProfile> profile,
            Optional<Licence> licence,
            Optional<Eligibility> eligibility) {
        return new PartyProfileJson(
                height,
                party.number(),
                profile.map(known -> known.kind().name()).orElse(null),
                profile.flatMap(PartyProfile::lei).orElse(null),
                profile.flatMap(PartyProfile::identityCommitment)
                        .map(Object::toString)
                        .orElse(null),
                profile.flatMap(PartyProfile::country).orElse(null),
                profile.flatMap(PartyProfile::taxClass).map(Enum::name).orElse(null),
                licence.map(LicenceJson::of).orElse(null),
                eligibility.map(EligibilityJson::of).orElse(null));
    }

    /**
     * Whom a party may attest.
     *
     * @param untilDate last day, ISO 8601
     * @param classes of investors; nobody if there is none
     * @param countries of investors; every country if there is none
     */
    public record LicenceJson(String untilDate, List<String> classes, List<String> countries) {
        public LicenceJson {
            classes = List.copyOf(classes);
            countries = List.copyOf(countries);
        }

        static LicenceJson of(Licence licence) {
            return new LicenceJson(
                    LocalDate.ofEpochDay(licence.untilDay()).toString(),
                    licence.classes().stream().map(Enum::name).toList(),
                    List.copyOf(licence.countries()));
        }
    }

    /**
     * What an attestor has said of an investor.
     *
     * @param untilDate last day on which it holds, unless it is revoked; ISO 8601
     */
    public record EligibilityJson(
            String investorClass, String country, String untilDate, long attestor, boolean revoked) {
        static EligibilityJson of(Eligibility eligibility) {
            return new EligibilityJson(
                    eligibility.investorClass().name(),
                    eligibility.country(),
                    LocalDate.ofEpochDay(eligibility.untilDay()).toString(),
                    eligibility.attestor().number(),
                    eligibility.isRevoked());
        }
    }
}
