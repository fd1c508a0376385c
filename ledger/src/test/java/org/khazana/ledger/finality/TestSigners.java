package org.khazana.ledger.finality;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.GroupMinimum;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/** Validators whose keys follow from their number, heads that follow from texts, and signatures of two kinds. */
final class TestSigners {
    static final ChainId CHAIN = new ChainId(Domain.GENESIS.hash(new byte[] {1}));
    static final Head FOUNDING = Head.founding(CHAIN, hash("state 0"));

    /** Quick signatures: anybody can make them, but they are wrong for any other message or key. */
    static final SignatureVerifier QUICK = (key, message, signature) -> Arrays.equals(signature, quick(key, message));

    private static final List<PublicKey> KEYS = IntStream.rangeClosed(0, ValidatorSet.VOTERS_MAX + 2)
            .mapToObj(number -> Ed25519.publicKeyOf(privateKey(number)))
            .toList();

    private TestSigners() {}

    /** Voters 1 to n in an epoch, the odd ones of the government. */
    static ValidatorSet voters(long epoch, int count, GroupMinimum... minimums) {
        List<Validator> validators = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            validators.add(validator(number, key(number), Duty.VOTER));
        }
        return new ValidatorSet(epoch, validators, List.of(minimums));
    }

    static Validator validator(int number, PublicKey key, Duty duty) {
        return new Validator(
                "validator-" + number,
                number,
                "Organisation " + number,
                number % 2 == 1 ? Group.GOVERNMENT : Group.CUSTODIAN,
                duty,
                hash("tls " + number),
                key,
                Optional.empty());
    }

    static byte[] privateKey(int number) {
        byte[] secret = new byte[PublicKey.BYTES];
        Arrays.fill(secret, (byte) (100 + number));
        return secret;
    }

    static PublicKey key(int number) {
        return KEYS.get(number);
    }

    static SignedHead signed(int number, Head head) {
        PublicKey key = key(number);
        return new SignedHead(head, HeadSignature.of(key, quick(key, head.signingBytes())));
    }

    static SignedHead reallySigned(int number, Head head) {
        return new SignedHead(
                head, HeadSignature.of(key(number), Ed25519.sign(privateKey(number), head.signingBytes())));
    }

    /** The certificate by these, whose signatures are put in order. */
    static Certificate certificate(SignedHead... signed) {
        return new Certificate(
                signed[0].head(),
                Arrays.stream(signed)
                        .map(SignedHead::signature)
                        .sorted((one, other) -> one.key().compareTo(other.key()))
                        .toList());
    }

    static Certificate certificateBy(Head head, int... numbers) {
        return certificate(
                Arrays.stream(numbers).mapToObj(number -> signed(number, head)).toArray(SignedHead[]::new));
    }

    /** The next head of a history that a name tells from others; of one name all heads are the same. */
    static Head next(Head before, String history) {
        return next(before, history, before.epoch());
    }

    static Head next(Head before, String history, long epoch) {
        String name = history + " " + (before.height() + 1);
        return before.next(epoch, hash("block " + name), hash("state " + name), hash("receipts " + name));
    }

    /** Heads from the founding state on: element h is of height h. */
    static List<Head> history(String name, int height) {
        return continued(List.of(FOUNDING), name, height);
    }

    /** These heads and more of a history, up to a height. */
    static List<Head> continued(List<Head> heads, String name, int height) {
        List<Head> more = new ArrayList<>(heads);
        while (more.size() <= height) {
            more.add(next(more.getLast(), name));
        }
        return more;
    }

    static Hash hash(String text) {
        return Domain.GENESIS.hash(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] quick(PublicKey key, byte[] message) {
        byte[] signed = ByteBuffer.allocate(PublicKey.BYTES + message.length)
                .put(key.toBytes())
                .put(message)
                .array();
        return Arrays.copyOf(Domain.GENESIS.hash(signed).toBytes(), HeadSignature.BYTES);
    }
}
