package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;
import org.khazana.ledger.id.AssetCode;

@Means(
        "Counts positions and lots of an asset once more, a number of records at a time, while business goes on. If they do not add up to "
                + "what is outstanding, everything with the asset is stopped. Signed as the policy demands: by an auditor, unless the "
                + "governors say otherwise.")
@Says("count at most {records} records of {asset} once more, after the {cursor} counted so far")
public record RecountAsset(
        @Means("ISIN, or currency code for cash") AssetCode asset,

        @Whole(min = 0, max = Long.MAX_VALUE)
        @Means("how many records the recount that goes on has counted; 0 to begin one")
        long cursor,

        @Whole(min = 1, max = WorkOperation.RECORDS_MAX) @Means("how many records to count at most")
        int records)
        implements WorkOperation {}
