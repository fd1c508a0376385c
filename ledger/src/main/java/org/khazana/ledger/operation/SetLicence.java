package org.khazana.ledger.operation;

import java.util.List;
import org.khazana.ledger.form.Count;
import org.khazana.ledger.form.Day;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.party.ClassOfInvestor;
import org.khazana.ledger.party.Country;
import org.khazana.ledger.refusal.RefusalCode;

@Means("Says which investors a party may attest, instead of what was said before; no class means none at all. "
        + "Signed as the policy demands.")
@Says({
    "party {party} may attest investors until {untilDate}",
    "only of these classes, and of none if there is no line:",
    "{classes}",
    "only of these countries, and of every country if there is no line:",
    "{countries}"
})
public record SetLicence(
        @Means("who may; it needs the role ATTESTOR_KYC as well")
        PartyId party,

        @Day @Means("last day on which it may") int untilDate,

        @Count(min = 0, max = SetLicence.CLASSES_MAX, otherwise = RefusalCode.LICENCE_INVALID)
        @Means("of investors; none means that it may attest nobody")
        List<ClassOfInvestor> classes,

        @Count(min = 0, max = SetLicence.COUNTRIES_MAX, otherwise = RefusalCode.LICENCE_INVALID)
        @Means("of investors; none means every country")
        List<Country> countries)
        implements EligibilityOperation {
    public static final int CLASSES_MAX = 8;
    public static final int COUNTRIES_MAX = 64;

    public SetLicence {
        classes = List.copyOf(classes);
        countries = List.copyOf(countries);
    }
}
