package org.khazana.node.load;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.khazana.config.file.GenesisFile;
import org.khazana.config.file.KeyFiles;
import org.khazana.config.file.UnreadableFile;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.instrument.Denomination;
import org.khazana.ledger.instrument.Term;
import org.khazana.ledger.instrument.UnitLimits;
import org.khazana.ledger.operation.CreateBill;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.transaction.TransactionSignature;
import org.khazana.ledger.wire.TransactionCodec;

/** Signs for the founding parties of a generated cluster; can set up a bill of which the dealer holds many tokens. */
public final class TestMarket {
    public static final AssetCode BILL = new AssetCode("PK0000000015");
    public static final long DEALER_ACCOUNT = 3001;
    public static final long INVESTOR_ACCOUNT = 5001;
    public static final long UNITS = 1_000_000;
    private static final AssetCode PKR = new AssetCode("PKR");
    private static final long VALIDITY_MILLIS = Duration.ofHours(1).toMillis();

    private final ChainId chain;
    private final Path parties;
    private final SecureRandom random = new SecureRandom();

    /** A founding party and the file of its key. */
    public enum Who {
        MINISTRY(1, "ministry"),
        CENTRAL_BANK(2, "central-bank"),
        DEALER(3, "dealer");

        private final long party;
        private final String file;

        Who(long party, String file) {
            this.party = party;
            this.file = file;
        }
    }

    /** The market of the cluster that was generated into {@code folder}. */
    public TestMarket(Path folder) {
        this.chain = new ChainId(Domain.GENESIS.hash(
                GenesisFile.read(folder.resolve("genesis.json")).bytes()));
        this.parties = folder.resolve("parties");
    }

    /** Defines the bill and issues all of it to the dealer; to be submitted in this order. */
    public List<byte[]> opening() {
        int today = (int) (System.currentTimeMillis() / Duration.ofDays(1).toMillis());
        Operation define = CreateBill.registeredHere(
                BILL,
                "Test bill",
                new Denomination(PKR, 500_000),
                new Term(today, today + 364),
                new UnitLimits(UNITS, 1, 1));
        Operation issue = new IssueTokens(BILL, new AccountId(DEALER_ACCOUNT), UNITS);
        return List.of(sign(define, Who.MINISTRY, Who.CENTRAL_BANK), sign(issue, Who.MINISTRY, Who.CENTRAL_BANK));
    }

    /** Transfers of one token each from the dealer to an investor, all different. */
    public List<byte[]> transfers(int count) {
        Operation one = new TransferTokens(BILL, new AccountId(DEALER_ACCOUNT), new AccountId(INVESTOR_ACCOUNT), 1);
        List<byte[]> envelopes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            envelopes.add(sign(one, Who.DEALER));
        }
        return envelopes;
    }

    /** An envelope of this operation, sent by the first signer. */
    public byte[] sign(Operation operation, Who... signers) {
        byte[] requestId = new byte[RequestId.BYTES];
        random.nextBytes(requestId);
        byte[] body = TransactionCodec.encodeBody(new TransactionBody(
                chain,
                RequestId.of(requestId),
                new PartyId(signers[0].party),
                0,
                System.currentTimeMillis() + VALIDITY_MILLIS,
                operation));
        byte[] signingBytes = TransactionCodec.signingBytes(chain, body);
        List<TransactionSignature> signatures = new ArrayList<>();
        for (Who signer : signers) {
            byte[] key = keyOf(signer);
            signatures.add(TransactionSignature.of(Ed25519.publicKeyOf(key), Ed25519.sign(key, signingBytes)));
        }
        return TransactionCodec.encodeEnvelope(body, signatures);
    }

    private byte[] keyOf(Who signer) {
        try {
            return KeyFiles.readPrivate(parties.resolve(signer.file + ".pem"));
        } catch (UnreadableFile e) {
            throw new AssertionError("key of " + signer, e);
        }
    }
}
