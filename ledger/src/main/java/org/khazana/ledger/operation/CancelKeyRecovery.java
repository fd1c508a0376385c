package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;

@Means("Stops the recovery of the sender's keys: they are not lost.")
@Says("stop the recovery of the sender's keys")
public record CancelKeyRecovery() implements KeyOperation {}
