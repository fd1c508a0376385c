package org.khazana.ledger.operation;

import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;

@Means("Gives the sender one more key, which may sign for it as its other keys do.")
@Says("the key {key} signs for the sender from now on")
public record AddKey(@Means("belongs to no party yet") PublicKey key) implements GovernanceOperation {}
