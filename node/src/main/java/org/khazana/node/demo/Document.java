package org.khazana.node.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.khazana.ledger.crypto.Hash;

/** A document of the story; the ledger knows its hash only. All are invented. */
record Document(String text) {
    /** SHA-256 of the text in UTF-8. */
    Hash hash() {
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
