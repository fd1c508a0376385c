package org.khazana.ledger.wire;

import static org.khazana.ledger.refusal.RefusalCode.BOUND_EXCEEDED;
import static org.khazana.ledger.refusal.RefusalCode.CHAIN_WRONG;
import static org.khazana.ledger.refusal.RefusalCode.MALFORMED;
import static org.khazana.ledger.transaction.EnvelopeLimits.ENVELOPE_BYTES_MAX;
import static org.khazana.ledger.transaction.EnvelopeLimits.SIGNATURES_MAX;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.Transaction;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.transaction.TransactionSignature;
import org.khazana.ledger.wire.v1.Envelope;
import org.khazana.ledger.wire.v1.Signature;

/**
 * Transactions as bytes. Decoding checks form and bounds only; signatures and business are judged later. The body's
 * bytes are signed as they are, so they need not be in one canonical form.
 */
public final class TransactionCodec {
    private TransactionCodec() {}

    /** The bytes of a body, in order of field numbers. */
    public static byte[] encodeBody(TransactionBody body) {
        return BodyCodec.write(body).toByteArray();
    }

    /** What is submitted: the exact bytes of a body and the signatures over {@link #signingBytes}. */
    public static byte[] encodeEnvelope(byte[] body, List<TransactionSignature> signatures) {
        Envelope.Builder envelope = Envelope.newBuilder().setBody(ByteString.copyFrom(body));
        for (TransactionSignature signature : signatures) {
            envelope.addSignatures(Signature.newBuilder()
                    .setPublicKey(ByteString.copyFrom(signature.publicKey().toBytes()))
                    .setSignature(ByteString.copyFrom(signature.signature())));
        }
        return envelope.build().toByteArray();
    }

    /** What each signature is over. */
    public static byte[] signingBytes(ChainId chain, byte[] body) {
        return Domain.TRANSACTION.preimage(chain.hash().toBytes(), body);
    }

    /** Hash of {@link #signingBytes}. */
    public static TransactionId idOf(ChainId chain, byte[] body) {
        return new TransactionId(Domain.hashOfPreimage(signingBytes(chain, body)));
    }

    /**
     * The id under which an envelope that is no transaction has its receipt: a hash of all its bytes, under a domain of
     * its own, so that it never equals the id of a transaction.
     */
    public static TransactionId idOfMalformed(byte[] envelope) {
        return new TransactionId(Domain.ENVELOPE_LEAF.hash(envelope));
    }

    /**
     * Reads an envelope that was made for {@code chain}.
     *
     * @param envelope up to {@code ENVELOPE_BYTES_MAX} bytes
     */
    public static Transaction decode(ChainId chain, byte[] envelope) throws MalformedTransaction {
        requireEnvelopeSize(envelope.length);
        Envelope wire = parseEnvelope(envelope);
        FieldCheck.noUnknownFields(wire);
        List<TransactionSignature> signatures = readSignatures(wire.getSignaturesList());
        TransactionBody body = BodyCodec.read(wire.getBody());
        if (!body.chainId().equals(chain)) {
            throw new MalformedTransaction(
                    CHAIN_WRONG, "made for chain " + body.chainId() + ", but this is chain " + chain);
        }
        byte[] signingBytes = signingBytes(chain, wire.getBody().toByteArray());
        return new Transaction(new TransactionId(Domain.hashOfPreimage(signingBytes)), signingBytes, body, signatures);
    }

    /** Reads a body, of whatever chain. */
    public static TransactionBody decodeBody(byte[] body) throws MalformedTransaction {
        requireEnvelopeSize(body.length);
        return BodyCodec.read(ByteString.copyFrom(body));
    }

    private static void requireEnvelopeSize(int length) throws MalformedTransaction {
        if (length > ENVELOPE_BYTES_MAX) {
            throw new MalformedTransaction(
                    BOUND_EXCEEDED, "an envelope has at most " + ENVELOPE_BYTES_MAX + " bytes, not " + length);
        }
    }

    private static List<TransactionSignature> readSignatures(List<Signature> wire) throws MalformedTransaction {
        if (wire.size() > SIGNATURES_MAX) {
            throw new MalformedTransaction(BOUND_EXCEEDED, "an envelope has at most " + SIGNATURES_MAX + " signatures");
        }
        if (wire.isEmpty()) {
            throw new MalformedTransaction(MALFORMED, "the envelope has no signature");
        }
        List<TransactionSignature> signatures = new ArrayList<>();
        Set<PublicKey> keys = new TreeSet<>();
        for (Signature signature : wire) {
            FieldCheck.noUnknownFields(signature);
            PublicKey key = PublicKey.of(FieldCheck.exactly(PublicKey.BYTES, signature.getPublicKey(), "public_key"));
            if (!keys.add(key)) {
                throw new MalformedTransaction(MALFORMED, "two signatures are by the same key " + key);
            }
            signatures.add(TransactionSignature.of(
                    key, FieldCheck.exactly(TransactionSignature.BYTES, signature.getSignature(), "signature")));
        }
        return signatures;
    }

    private static Envelope parseEnvelope(byte[] bytes) throws MalformedTransaction {
        try {
            return Envelope.parseFrom(bytes);
        } catch (InvalidProtocolBufferException wrong) {
            throw new MalformedTransaction(MALFORMED, "these bytes are not a protobuf Envelope");
        }
    }
}
