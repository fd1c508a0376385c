package org.khazana.node.bench;

import java.nio.file.Path;
import org.khazana.config.file.KeyFiles;
import org.khazana.config.file.UnreadableFile;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.transaction.TransactionSignature;

/** A founding party with its key at hand, as only a benchmark has it. Safe to use from several threads. */
final class Signatory {
    private final PartyId party;
    private final byte[] privateKey;
    private final PublicKey publicKey;

    /** The founding parties that sign here, as {@code khazana cluster init} makes them. */
    enum Founder {
        MINISTRY(1, "ministry"),
        CENTRAL_BANK(2, "central-bank"),
        DEALER(3, "dealer"),
        CUSTODIAN(4, "custodian"),
        AMNA(5, "investor-amna"),
        BILAL(6, "investor-bilal"),
        CHEN(7, "investor-chen"),
        DARA(8, "investor-dara");

        private final long party;
        private final String fileName;

        Founder(long party, String fileName) {
            this.party = party;
            this.fileName = fileName;
        }
    }

    private Signatory(PartyId party, byte[] privateKey) {
        this.party = party;
        this.privateKey = privateKey;
        this.publicKey = Ed25519.publicKeyOf(privateKey);
    }

    /** Reads the key from the folder of parties. */
    static Signatory of(Founder founder, Path parties) {
        Path file = parties.resolve(founder.fileName + ".pem");
        try {
            return new Signatory(new PartyId(founder.party), KeyFiles.readPrivate(file));
        } catch (UnreadableFile e) {
            throw new BenchFailed("the key " + file + " " + e.wrong() + ".", e);
        }
    }

    PartyId party() {
        return party;
    }

    TransactionSignature sign(byte[] signingBytes) {
        return TransactionSignature.of(publicKey, Ed25519.sign(privateKey, signingBytes));
    }
}
