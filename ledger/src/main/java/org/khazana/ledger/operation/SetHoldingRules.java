package org.khazana.ledger.operation;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.form.Count;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Tokens;
import org.khazana.ledger.form.Whole;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.party.ClassOfInvestor;
import org.khazana.ledger.party.Country;
import org.khazana.ledger.refusal.RefusalCode;

@Means(
        "Says who may come to hold an instrument, and how much of it, instead of what was said before. Nobody loses what it "
                + "holds. The sender is the issuer. Signed as the policy demands: by the issuer and a registrar, unless the governors "
                + "say otherwise.")
@Says({
    "from now on these rules decide who may receive {isin}:",
    "whether an attestor must have attested the receiver: {needsAttestation}",
    "only receivers of these countries, and of any if there is no line:",
    "{allowedCountries}",
    "no receivers of these countries:",
    "{barredCountries}",
    "only receivers of these classes, and of any if there is no line:",
    "{allowedClasses}",
    "no party holds more than {largestUnits} in all its accounts|without a largest number of tokens",
    "no party holds more than {largestBasisPoints} hundredths of a percent of what is outstanding|without a largest share",
    "omnibus accounts receive only if their commitment is at most {omnibusDaysMax} days old|without a rule for omnibus accounts"
})
public record SetHoldingRules(
        @Means("which instrument") AssetCode isin,

        @Means("whether an attestor must have attested whoever receives it")
        boolean needsAttestation,

        @Count(min = 0, max = SetHoldingRules.COUNTRIES_MAX, otherwise = RefusalCode.HOLDING_RULES_INVALID)
        @Means("none means every country that is not barred")
        List<Country> allowedCountries,

        @Count(min = 0, max = SetHoldingRules.COUNTRIES_MAX, otherwise = RefusalCode.HOLDING_RULES_INVALID)
        @Means("whose residents may not receive it")
        List<Country> barredCountries,

        @Count(min = 0, max = SetHoldingRules.CLASSES_MAX, otherwise = RefusalCode.HOLDING_RULES_INVALID)
        @Means("none means every class; needs an attestation otherwise")
        List<ClassOfInvestor> allowedClasses,

        @Tokens @Means("most tokens that one party may hold in all its accounts")
        Optional<Long> largestUnits,

        @Whole(min = 1, max = SetHoldingRules.BASIS_POINTS_MAX)
        @Means("most that one party may hold of what is outstanding, in hundredths of a percent")
        Optional<Long> largestBasisPoints,

        @Whole(min = 0, max = SetHoldingRules.OMNIBUS_DAYS_MAX)
        @Means("how many days old the commitment of an omnibus account may be when it receives")
        Optional<Long> omnibusDaysMax)
        implements EligibilityOperation {
    public static final int COUNTRIES_MAX = 64;
    public static final int CLASSES_MAX = 8;
    public static final int BASIS_POINTS_MAX = 10_000;
    public static final int OMNIBUS_DAYS_MAX = 3_650;

    public SetHoldingRules {
        allowedCountries = List.copyOf(allowedCountries);
        barredCountries = List.copyOf(barredCountries);
        allowedClasses = List.copyOf(allowedClasses);
    }
}
