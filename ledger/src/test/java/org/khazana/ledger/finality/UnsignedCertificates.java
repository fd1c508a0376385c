package org.khazana.ledger.finality;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.transaction.ChainId;

/** Certificates in the right form that prove nothing, since no signature is right: for what does not look at them. */
public final class UnsignedCertificates {
    private UnsignedCertificates() {}

    /** Of some head of that height, with that many signatures. */
    public static Certificate of(ChainId chain, long height, int signatures) {
        List<HeadSignature> none = IntStream.range(0, signatures)
                .mapToObj(i -> HeadSignature.of(TestSigners.key(i), new byte[HeadSignature.BYTES]))
                .sorted(Comparator.comparing(HeadSignature::key))
                .toList();
        Hash any = TestSigners.hash("any");
        return new Certificate(new Head(chain, 0, height, any, any, any, any), none);
    }
}
