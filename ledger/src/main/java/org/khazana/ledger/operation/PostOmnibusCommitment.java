package org.khazana.ledger.operation;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Day;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Quantity;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;

@Means(
        "The controller of an omnibus account binds itself to whose the tokens in it are, without naming anybody: the root of a "
                + "Merkle sum tree over its clients. Signed by the controller.")
@Says({
    "commit to whose the {total} in the omnibus account {account} are, as of {asOfDate}",
    "root of the tree over the clients: {root}"
})
public record PostOmnibusCommitment(
        @Means("of kind CLIENT_OMNIBUS") AccountId account,

        @Means("which instrument") AssetCode asset,

        @Means("of the Merkle sum tree whose leaves are the clients' shares")
        Hash root,

        @Quantity(of = "asset") @Means("sum of all leaves; what the account holds")
        long total,

        @Day @Means("of which day the leaves speak; not in the future, not before the one posted last")
        int asOfDate)
        implements AccountOperation {}
