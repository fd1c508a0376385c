package org.khazana.ledger.proof;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadCodec;
import org.khazana.ledger.finality.MalformedHead;
import org.khazana.ledger.statetree.StateProof;
import org.khazana.ledger.statetree.StateProofCodec;
import org.khazana.ledger.statetree.StateProofRefused;

/** Testimonies as bytes, as they go along with snapshots; a testimony has one byte form. Layout: {@code docs/proofs.md}. */
public final class TestimonyCodec {
    /** Most bytes of each of the two state proofs in a step. */
    private static final int PROOF_BYTES_MAX = 64 << 10;

    private TestimonyCodec() {}

    public static byte[] encode(Testimony testimony) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(new byte[] {(byte) testimony.steps().size()});
        for (AppointmentStep step : testimony.steps()) {
            addSized(parts, HeadCodec.encode(step.certificate()));
            addSized(parts, StateProofCodec.encode(step.validators()));
            addSized(parts, StateProofCodec.encode(step.newest()));
        }
        parts.add(ByteBuffer.allocate(Short.BYTES)
                .putShort((short) testimony.heads().size())
                .array());
        testimony.heads().forEach(head -> parts.add(HeadCodec.encode(head)));
        addSized(parts, HeadCodec.encode(testimony.certificate()));
        return joined(parts);
    }

    private static void addSized(List<byte[]> parts, byte[] bytes) {
        parts.add(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        parts.add(bytes);
    }

    private static byte[] joined(List<byte[]> parts) {
        int length = 0;
        for (byte[] part : parts) {
            length = Math.addExact(length, part.length);
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        parts.forEach(all::put);
        return all.array();
    }

    /**
     * Reads one whole testimony; what it returns encodes to the same bytes. Whether it proves anything is another question.
     *
     * @throws MalformedTestimony if {@code bytes} are anything else
     */
    public static Testimony decode(byte[] bytes) throws MalformedTestimony {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            Testimony testimony = read(in);
            if (in.hasRemaining()) {
                throw new MalformedTestimony("bytes after the end of a testimony");
            }
            return testimony;
        } catch (BufferUnderflowException cut) {
            throw new MalformedTestimony("a testimony that is cut short", cut);
        } catch (MalformedHead | StateProofRefused wrong) {
            throw new MalformedTestimony("a part of a testimony is wrong: " + wrong.getMessage(), wrong);
        }
    }

    private static Testimony read(ByteBuffer in) throws MalformedTestimony, MalformedHead, StateProofRefused {
        int stepCount = bounded(Byte.toUnsignedInt(in.get()), Testimony.STEPS_MAX);
        List<AppointmentStep> steps = new ArrayList<>();
        for (int i = 0; i < stepCount; i++) {
            steps.add(new AppointmentStep(certificate(in), stateProof(in), stateProof(in)));
        }
        int headCount = bounded(Short.toUnsignedInt(in.getShort()), Testimony.HEADS_MAX);
        List<Head> heads = new ArrayList<>();
        for (int i = 0; i < headCount; i++) {
            heads.add(HeadCodec.decodeHead(bytes(in, HeadCodec.HEAD_BYTES)));
        }
        return new Testimony(steps, heads, certificate(in));
    }

    private static Certificate certificate(ByteBuffer in) throws MalformedTestimony, MalformedHead {
        return HeadCodec.decodeCertificate(bytes(in, bounded(in.getInt(), HeadCodec.CERTIFICATE_BYTES_MAX)));
    }

    private static StateProof stateProof(ByteBuffer in) throws MalformedTestimony, StateProofRefused {
        return StateProofCodec.decode(bytes(in, bounded(in.getInt(), PROOF_BYTES_MAX)));
    }

    private static int bounded(int number, int max) throws MalformedTestimony {
        if (number < 0 || number > max) {
            throw new MalformedTestimony(number + " where at most " + max + " are allowed");
        }
        return number;
    }

    private static byte[] bytes(ByteBuffer in, int count) {
        if (count > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }
}
