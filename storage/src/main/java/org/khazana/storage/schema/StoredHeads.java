package org.khazana.storage.schema;

import java.util.Arrays;
import java.util.Optional;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadCodec;
import org.khazana.ledger.finality.MalformedHead;
import org.khazana.ledger.statetree.StateRoot;
import org.khazana.ledger.table.TableReads;
import org.khazana.ledger.table.TableWrites;

/** Heads and certificates as a node keeps them: of each height that it has executed the head, and where its state tree begins. */
public final class StoredHeads {
    private StoredHeads() {}

    /** The head of a height, if that block was executed here, or a later head leads down to it. */
    public static Optional<Head> head(long height, TableReads reads) {
        return reads.get(OwnTables.HEADS, height).map(StoredHeads::headIn);
    }

    /** The lowest head that is known, of that height or above. */
    public static Optional<Head> firstHeadFrom(long height, TableReads reads) {
        return reads.first(OwnTables.HEADS, height).map(StoredHeads::headIn);
    }

    private static Head headIn(byte[] bytes) {
        return head(Arrays.copyOf(bytes, HeadCodec.HEAD_BYTES));
    }

    /** Where the state tree after a block begins, if that block was executed here. */
    public static Optional<StateRoot> root(long height, TableReads reads) {
        return reads.get(OwnTables.HEADS, height)
                .filter(bytes -> bytes.length > HeadCodec.HEAD_BYTES)
                .map(bytes -> StateRoot.of(Arrays.copyOfRange(bytes, HeadCodec.HEAD_BYTES, bytes.length)));
    }

    /** The head of a block that was executed here, and where its state tree begins. */
    public static void write(Head executed, StateRoot root, TableWrites writes) {
        byte[] head = HeadCodec.encode(executed);
        byte[] begin = root.toBytes();
        byte[] both = Arrays.copyOf(head, head.length + begin.length);
        System.arraycopy(begin, 0, both, head.length, begin.length);
        writes.write(OwnTables.HEADS, executed.height(), both);
    }

    /** A head of the same history, whose state is not here. */
    public static void write(Head known, TableWrites writes) {
        writes.write(OwnTables.HEADS, known.height(), HeadCodec.encode(known));
    }

    /** The first certificate of that height or a greater one, which vouches for that height too. */
    public static Optional<Certificate> certificateFrom(long height, TableReads reads) {
        return reads.first(OwnTables.CERTIFICATES, height).map(StoredHeads::certificate);
    }

    /** Up to where everything is certified, as far as this node knows; 0 at first. */
    public static long certifiedHeight(TableReads reads) {
        long[] newest = {0};
        reads.scanDown(OwnTables.CERTIFICATES, Long.MAX_VALUE, (height, certificate) -> {
            newest[0] = height;
            return false;
        });
        return newest[0];
    }

    public static void write(Certificate certificate, TableWrites writes) {
        writes.write(OwnTables.CERTIFICATES, certificate.head().height(), HeadCodec.encode(certificate));
    }

    static Head head(byte[] bytes) {
        try {
            return HeadCodec.decodeHead(bytes);
        } catch (MalformedHead damage) {
            throw new IllegalStateException("the table 'head' holds bytes that are not a head", damage);
        }
    }

    private static Certificate certificate(byte[] bytes) {
        try {
            return HeadCodec.decodeCertificate(bytes);
        } catch (MalformedHead damage) {
            throw new IllegalStateException("the table 'certificate' holds bytes that are not one", damage);
        }
    }
}
