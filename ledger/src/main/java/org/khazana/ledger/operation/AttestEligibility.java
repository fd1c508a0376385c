package org.khazana.ledger.operation;

import org.khazana.ledger.form.Day;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Reference;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.party.Country;
import org.khazana.ledger.party.InvestorClass;

@Means(
        "An attestor says who an investor is, instead of what was said before. Signed as the policy demands: by a party with "
                + "the role ATTESTOR_KYC, unless the governors say otherwise; its licence must cover class and country.")
@Says({"attest that party {party} is an investor of class {investorClass}", "residing in {country}", "until {untilDate}"
})
public record AttestEligibility(
        @Means("the investor") PartyId party,

        @Means("which kind of investor") InvestorClass investorClass,

        @Reference(max = Country.CODE_LENGTH) @Means("ISO 3166-1 alpha-2: where the investor resides")
        String country,

        @Day @Means("last day on which it holds; not in the past")
        int untilDate)
        implements EligibilityOperation {}
