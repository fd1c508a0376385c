package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Tokens;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;

@Means("Moves tokens free of payment. Signed as the debit rule of the giving account demands.")
@Says("move {quantity} tokens of {isin} from account {from} to account {to}, free of payment")
public record TransferTokens(
        @Means("which tokens") AssetCode isin,
        @Means("who gives") AccountId from,
        @Means("who receives") AccountId to,
        @Tokens @Means("how many") long quantity)
        implements MovementOperation {}
