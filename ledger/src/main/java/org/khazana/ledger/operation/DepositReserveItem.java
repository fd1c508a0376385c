package org.khazana.ledger.operation;

import static org.khazana.ledger.form.FieldLimits.NAME_LENGTH_MAX;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Reference;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Text;
import org.khazana.ledger.form.Whole;
import org.khazana.ledger.id.AssetCode;

@Means(
        "Records goods that were put in store behind a reserve: a bar, or a lot under a warehouse receipt. Signed as the policy demands: by a reserve attestor, unless the governors say otherwise.")
@Says({
    "{quantity} {unitCode} of grade {grade} are in store at {site} behind {isin}",
    "receipt {receiptCommitment}, document with SHA-256 {documentHash}"
})
public record DepositReserveItem(
        @Means("which reserve") AssetCode isin,

        @Means("SHA-256 of the receipt number with a secret salt; used once, ever")
        Hash receiptCommitment,

        @Text(max = NAME_LENGTH_MAX) @Means("where it is stored")
        String site,

        @Text(max = NAME_LENGTH_MAX) @Means("what it is, such as its fineness")
        String grade,

        @Whole(min = 1, max = Long.MAX_VALUE) @Means("how much, in the measure of the reserve")
        long quantity,

        @Reference(max = 3) @Means("the unit of the reserve, UN/CEFACT Recommendation 20")
        String unitCode,

        @Means("SHA-256 of the receipt") Hash documentHash)
        implements BackingOperation {}
