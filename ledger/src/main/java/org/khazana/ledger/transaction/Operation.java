package org.khazana.ledger.transaction;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.validator.Validator;

/**
 * What a transaction asks the ledger to do. The records hold what the client sent, well formed but not yet judged:
 * quantities may be zero or negative, an ISIN may have a wrong digit. Field meanings and units: {@code
 * transaction.proto}.
 */
public sealed interface Operation {

    record CreateInstrument(
            AssetCode isin,
            String name,
            AssetCode currency,
            long faceMinor,
            int issueDay,
            int maturityDay,
            long authorisedUnits,
            long minimumUnits,
            long multipleUnits,
            Optional<Hash> termSheetHash)
            implements Operation {}

    record RecordCashDeposit(AccountId account, AssetCode currency, long amountMinor, String rtgsReference)
            implements Operation {}

    record IssueTokens(AssetCode isin, AccountId account, long quantity) implements Operation {}

    record TransferTokens(AssetCode isin, AccountId from, AccountId to, long quantity) implements Operation {}

    record SettleNow(List<Leg> legs, String reference) implements Operation {
        public SettleNow {
            legs = List.copyOf(legs);
        }
    }

    /**
     * The complete new set of validators.
     *
     * @param replacesEpoch the epoch that the signers took for the newest
     * @param validators in any order
     */
    record SetValidators(long replacesEpoch, List<Validator> validators) implements Operation {
        public SetValidators {
            validators = List.copyOf(validators);
        }
    }

    /** One movement within a settlement; quantity in tokens, or in minor units when the asset is cash. */
    record Leg(AccountId from, AccountId to, AssetCode asset, long quantity) {}
}
