package org.khazana.storage.schema;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.khazana.ledger.finality.HeadCodec;
import org.khazana.ledger.finality.MalformedHead;
import org.khazana.ledger.proof.AppointmentStep;
import org.khazana.ledger.statetree.StateProofCodec;
import org.khazana.ledger.statetree.StateProofRefused;
import org.khazana.ledger.table.TableReads;
import org.khazana.ledger.table.TableWrites;

/**
 * How validators followed one another, as a node keeps it for ever: by the height of the block that appointed the new ones the
 * certificate and the two proofs, each after its length in 4 bytes.
 */
public final class StoredSteps {
    private StoredSteps() {}

    public static void write(AppointmentStep step, TableWrites writes) {
        byte[][] parts = {
            HeadCodec.encode(step.certificate()),
            StateProofCodec.encode(step.validators()),
            StateProofCodec.encode(step.newest())
        };
        int length = 0;
        for (byte[] part : parts) {
            length = Math.addExact(length, Integer.BYTES + part.length);
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            bytes.putInt(part.length).put(part);
        }
        writes.write(OwnTables.STEPS, step.certificate().head().height(), bytes.array());
    }

    /** The lowest ones, in the order of their heights, at most so many. */
    public static List<AppointmentStep> first(int countMax, TableReads reads) {
        List<AppointmentStep> steps = new ArrayList<>();
        reads.scan(OwnTables.STEPS, 0L, (height, bytes) -> {
            steps.add(step(ByteBuffer.wrap(bytes)));
            return steps.size() < countMax;
        });
        return steps;
    }

    private static AppointmentStep step(ByteBuffer bytes) {
        try {
            return new AppointmentStep(
                    HeadCodec.decodeCertificate(part(bytes)),
                    StateProofCodec.decode(part(bytes)),
                    StateProofCodec.decode(part(bytes)));
        } catch (MalformedHead | StateProofRefused damage) {
            throw new IllegalStateException("the table 'epoch-step' holds bytes that are not one", damage);
        }
    }

    private static byte[] part(ByteBuffer bytes) {
        byte[] part = new byte[bytes.getInt()];
        bytes.get(part);
        return part;
    }
}
