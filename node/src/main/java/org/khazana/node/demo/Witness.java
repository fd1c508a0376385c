package org.khazana.node.demo;

import java.time.Duration;
import java.util.Optional;
import org.khazana.api.json.BlockJson;
import org.khazana.api.json.ReceiptJson;

/** Looks for what was acknowledged on every validator that runs. */
final class Witness {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Validators validators;
    private final Desk desk;

    Witness(Validators validators, Desk desk) {
        this.validators = validators;
        this.desk = desk;
    }

    /** A height that all have reached, and the one hash they give for it. */
    record Agreement(long height, String hash) {}

    /** Every running validator answers for every acknowledged transaction with the very receipt that was given. */
    void requireNothingLost() throws InterruptedException {
        for (String validator : validators.running()) {
            validators.awaitApplied(validator, desk.lastHeight(), PATIENCE);
            for (Acknowledged transaction : desk.acknowledged()) {
                Optional<ReceiptJson> receipt = validators.receipt(validator, transaction.id());
                if (!receipt.equals(Optional.of(transaction.receipt()))) {
                    throw new DemoFailed(transaction.what() + " was acknowledged with " + transaction.receipt()
                            + ", but " + validator + " answers "
                            + receipt.map(Object::toString).orElse("that it does not know it"));
                }
            }
        }
    }

    /** All running validators give the same hash for the last block of an acknowledged transaction. */
    Agreement requireSameChain() {
        long height = desk.lastHeight();
        String hash = "";
        for (String validator : validators.running()) {
            BlockJson block = validators.block(validator, height);
            if (!hash.isEmpty() && !hash.equals(block.hash())) {
                throw new DemoFailed("the validators differ about block " + height + ": " + validator + " has "
                        + block.hash() + ", another has " + hash);
            }
            hash = block.hash();
        }
        return new Agreement(height, hash);
    }
}
