package org.khazana.node.demo;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.khazana.config.file.KeyFiles;
import org.khazana.config.file.UnreadableFile;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.transaction.TransactionSignature;

/** The private keys of all actors. Only a demo has them in one hand. */
final class KeyRing {
    private final Map<Actor, byte[]> keys = new EnumMap<>(Actor.class);

    /** Reads them from the folder of parties. */
    KeyRing(Path parties) {
        for (Actor actor : Actor.values()) {
            Path file = parties.resolve(actor.keyFile());
            try {
                keys.put(actor, KeyFiles.readPrivate(file));
            } catch (UnreadableFile e) {
                throw new DemoFailed("the key " + file + " " + e.wrong() + ".", e);
            }
        }
    }

    TransactionSignature sign(Actor actor, byte[] signingBytes) {
        byte[] key = keys.get(actor);
        if (key == null) {
            throw new IllegalStateException("no key of " + actor);
        }
        return TransactionSignature.of(Ed25519.publicKeyOf(key), Ed25519.sign(key, signingBytes));
    }
}
