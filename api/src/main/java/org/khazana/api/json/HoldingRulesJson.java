package org.khazana.api.json;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.HoldingTerms;

/**
 * Who could come to hold an instrument, and how much of it, after the block of that height.
 *
 * @param rules missing when every active party could hold it
 */
public record HoldingRulesJson(
        long height, String asset, @Nullable RulesJson rules) {

    public static HoldingRulesJson of(long height, AssetCode asset, Optional<HoldingTerms> terms) {
        return new HoldingRulesJson(
                height, asset.text(), terms.map(RulesJson::of).orElse(null));
    }

    /** In the words of {@code setHoldingRules}. */
    public record RulesJson(
            boolean needsAttestation,
            List<String> allowedCountries,
            List<String> barredCountries,
            List<String> allowedClasses,
            @Nullable String largestUnits,
            @Nullable Integer largestBasisPoints,
            @Nullable Integer omnibusDaysMax) {
        public RulesJson {
            allowedCountries = List.copyOf(allowedCountries);
            barredCountries = List.copyOf(barredCountries);
            allowedClasses = List.copyOf(allowedClasses);
        }

        static RulesJson of(HoldingTerms terms) {
            return new RulesJson(
                    terms.needsAttestation(),
                    List.copyOf(terms.allowedCountries()),
                    List.copyOf(terms.barredCountries()),
                    terms.allowedClasses().stream().map(Enum::name).toList(),
                    terms.largestUnits().map(units -> Long.toString(units)).orElse(null),
                    terms.largestBasisPoints().orElse(null),
                    terms.omnibusDaysMax().orElse(null));
        }
    }
}
