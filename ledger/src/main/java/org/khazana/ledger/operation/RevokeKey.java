package org.khazana.ledger.operation;

import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;

@Means("Takes a key from the sender, for good: it never signs again, for anybody.")
@Says("the key {key} signs for the sender no more, and never again for anybody")
public record RevokeKey(
        @Means("of the sender, and not its last") PublicKey key) implements KeyOperation {}
