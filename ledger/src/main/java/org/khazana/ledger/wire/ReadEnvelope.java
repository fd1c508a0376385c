package org.khazana.ledger.wire;

import java.util.Arrays;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.Transaction;

/**
 * An envelope of one chain, and the transaction that was read from it, so that it has to be read once only. The only way to one is
 * to read the bytes, of which it keeps a copy: what it says of an envelope that it {@linkplain #isOf is of} is what reading that envelope
 * would say.
 */
public final class ReadEnvelope {
    private final ChainId chain;
    private final byte[] envelope;
    private final Transaction transaction;

    private ReadEnvelope(ChainId chain, byte[] envelope, Transaction transaction) {
        this.chain = chain;
        this.envelope = envelope;
        this.transaction = transaction;
    }

    /** Reads an envelope as {@link TransactionCodec#decode} does. */
    public static ReadEnvelope read(ChainId chain, byte[] envelope) throws MalformedTransaction {
        byte[] own = envelope.clone();
        return new ReadEnvelope(chain, own, TransactionCodec.decode(chain, own));
    }

    /** Whether it was read from these bytes, for that chain. */
    public boolean isOf(ChainId ofChain, byte[] ofEnvelope) {
        return Arrays.equals(envelope, ofEnvelope) && chain.equals(ofChain);
    }

    public Transaction transaction() {
        return transaction;
    }

    /** The bytes it was read from; a copy. */
    public byte[] envelope() {
        return envelope.clone();
    }
}
