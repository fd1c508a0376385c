package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ASSET_CLASS_NOT_ALLOWED;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.COUNTRY_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.HOLDING_RULES_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.ROLE_MISSING;

import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;
import org.khazana.ledger.operation.SetHoldingRules;

/** Whether an instrument may get such rules about its holders. */
public final class HoldingTermsRules {
    private HoldingTermsRules() {}

    /**
     * Order: the policy; the asset unknown, or cash; the sender not its issuer; the rules contradict themselves or one another; no
     * such country.
     */
    public static void judge(SetHoldingRules set, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(set, circumstances, findings);
        findings.demand(circumstances.view().asset(set.isin()), ASSET_UNKNOWN)
                .flatMap(asset -> findings.demand(asset.instrument(), ASSET_CLASS_NOT_ALLOWED))
                .ifPresent(terms -> findings.demand(
                        terms.issuer().equals(circumstances.signers().sender()), ROLE_MISSING));
        findings.demand(areSized(set) && areSound(set), HOLDING_RULES_INVALID);
        findings.demand(
                Stream.concat(set.allowedCountries().stream(), set.barredCountries().stream())
                        .allMatch(country -> Countries.isOne(country.code())),
                COUNTRY_UNKNOWN);
    }

    private static boolean areSized(SetHoldingRules set) {
        return set.allowedCountries().size() <= SetHoldingRules.COUNTRIES_MAX
                && set.barredCountries().size() <= SetHoldingRules.COUNTRIES_MAX
                && set.allowedClasses().size() <= SetHoldingRules.CLASSES_MAX;
    }

    /** Only an attestor says of which class an investor is, so a rule about classes needs an attestation. */
    private static boolean areSound(SetHoldingRules set) {
        return Collections.disjoint(set.allowedCountries(), set.barredCountries())
                && (set.needsAttestation() || set.allowedClasses().isEmpty())
                && isWithin(set.largestUnits(), 1, Long.MAX_VALUE)
                && isWithin(set.largestBasisPoints(), 1, SetHoldingRules.BASIS_POINTS_MAX)
                && isWithin(set.omnibusDaysMax(), 0, SetHoldingRules.OMNIBUS_DAYS_MAX);
    }

    private static boolean isWithin(Optional<Long> number, long min, long max) {
        return number.filter(given -> given < min || given > max).isEmpty();
    }
}
