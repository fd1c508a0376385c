package org.khazana.storage.schema;

import java.util.Optional;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadCodec;
import org.khazana.ledger.finality.MalformedHead;
import org.khazana.ledger.table.TableReads;
import org.khazana.ledger.table.TableWrites;

/** Heads and certificates as a node keeps them. */
public final class StoredHeads {
    private StoredHeads() {}

    /** The head of a height, if that block was executed here, or a later head leads down to it. */
    public static Optional<Head> head(long height, TableReads reads) {
        return reads.get(OwnTables.HEADS, height).map(StoredHeads::head);
    }

    /** The lowest head that is known, of that height or above. */
    public static Optional<Head> firstHeadFrom(long height, TableReads reads) {
        return reads.first(OwnTables.HEADS, height).map(StoredHeads::head);
    }

    /** The head of a block that was executed here, or one of the same history. */
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
