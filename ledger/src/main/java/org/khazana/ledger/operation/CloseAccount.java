package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.AccountId;

@Means("Closes an account that holds nothing, for good. Signed by owner and controller.")
@Says("close account {account} for good")
public record CloseAccount(@Means("which account") AccountId account) implements AccountOperation {}
