package org.khazana.ledger.operation;

import java.util.List;
import org.khazana.ledger.form.Count;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Tokens;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;

@Means(
        "Takes tokens out of being that the issuer holds in its treasury, such as those bought back; their serials are never used "
                + "again. The sender is the issuer. Signed as the policy demands: by the issuer and a registrar, unless the governors "
                + "say otherwise.")
@Says({"retire {quantity} tokens of {isin} held in account {account}, for good", "{serials}"})
public record RetireTokens(
        @Means("which tokens") AssetCode isin,

        @Means("a treasury account of the issuer of these tokens")
        AccountId account,

        @Tokens @Means("how many") long quantity,

        @Count(min = 0, max = TransferTokens.SERIALS_MAX, otherwise = RefusalCode.SERIALS_INVALID)
        @Means("just these tokens; the ledger chooses when left out")
        List<SerialRange> serials)
        implements SupplyOperation {
    public RetireTokens {
        serials = List.copyOf(serials);
    }
}
