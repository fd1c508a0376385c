package org.khazana.ledger.validator;

import java.util.HexFormat;
import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;

/**
 * One validator of a set. Its id and the id of its data directory together say who votes: with a new directory it is
 * somebody else, who has promised nothing yet. As asked for by governors, until the rules have judged it, any of these
 * texts and numbers may be out of bounds.
 *
 * @param id 1 to 32 characters of {@code a-z 0-9 -}, starting with a letter
 * @param directory drawn at random when the data directory was made, 1 to 2^32 - 1; 8 hex digits in texts
 * @param organisation who runs it, 1 to 64 characters
 * @param tlsKey SHA-256 of the SubjectPublicKeyInfo of its TLS certificate: the identity that its peers demand
 * @param signingKey with which it will sign heads
 * @param peerAddress absent for founders, whose addresses stand in each node's own file
 */
public record Validator(
        String id,
        long directory,
        String organisation,
        Group group,
        Duty duty,
        Hash tlsKey,
        PublicKey signingKey,
        Optional<PeerAddress> peerAddress) {
    public static final int ID_LENGTH_MAX = 32;
    public static final long DIRECTORY_MAX = 0xFFFF_FFFFL;

    private static final int DIRECTORY_DIGITS = 8;

    public boolean isVoter() {
        return duty == Duty.VOTER;
    }

    /** Whether both are the same validator with the same memory. */
    public boolean isSameReplica(Validator other) {
        return id.equals(other.id) && directory == other.directory;
    }

    /** The directory as people and files write it: 8 hexadecimal digits in lower case, or all 16 when out of bounds. */
    public String directoryText() {
        boolean isInBounds = directory >= 0 && directory <= DIRECTORY_MAX;
        return isInBounds
                ? HexFormat.of().toHexDigits(directory, DIRECTORY_DIGITS)
                : HexFormat.of().toHexDigits(directory);
    }
}
