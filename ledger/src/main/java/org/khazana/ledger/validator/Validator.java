package org.khazana.ledger.validator;

import static org.khazana.ledger.form.FieldLimits.NAME_LENGTH_MAX;

import java.util.HexFormat;
import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.form.Directory;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Text;

/**
 * One validator of a set. Its id and the id of its data directory together say who votes: with a new directory it is
 * somebody else, who has promised nothing yet. As asked for by governors, until the rules have judged it, any of these
 * texts and numbers may be out of bounds.
 *
 * @param id 1 to 32 characters of {@code a-z 0-9 -}, starting with a letter
 * @param directory drawn at random when the data directory was made, 1 to 2^32 - 1; 8 hex digits in texts
 * @param organisation who runs it, 1 to 64 characters
 * @param tlsKeySha256 SHA-256 of the SubjectPublicKeyInfo of its TLS certificate: the identity that its peers demand
 * @param signingKey with which it will sign heads
 * @param peerAddress absent for founders, whose addresses stand in each node's own file
 */
@Says({
    "{id}, {duty}, {group}, of {organisation}",
    "directory {directory}, at {peerAddress}|directory {directory}, at the address that its founders know",
    "TLS key with SHA-256 {tlsKeySha256}",
    "signing key {signingKey}"
})
public record Validator(
        @Text(max = Validator.ID_LENGTH_MAX) @Means("1 to 32 characters of a-z, 0-9 and -, starting with a letter")
        String id,

        @Directory @Means("id of its data directory; with the id never used again once gone")
        long directory,

        @Text(max = NAME_LENGTH_MAX) @Means("who runs it") String organisation,
        @Means("whose it is") Group group,
        @Means("what it does") Duty duty,

        @Means("SHA-256 of the SubjectPublicKeyInfo of its TLS certificate")
        Hash tlsKeySha256,

        @Means("with which it will sign heads") PublicKey signingKey,

        @Means("may be left out only where the newest set has none: for founders")
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
