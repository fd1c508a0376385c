package org.khazana.node.snapshot;

import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.Term;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.block.HeaderLayout;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.MerkleTree;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.proof.Testimony;
import org.khazana.ledger.proof.TestimonyVerifier;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.storage.snapshot.SnapshotVoucher;

/** Blocks of a network with one founder, and what it vouches for. */
final class TestVouchers {
    static final ChainId CHAIN = new ChainId(Hash.of(new byte[Hash.BYTES]));

    private static final long TERM = 2;
    private static final Hash NOTHING = Hash.of(new byte[Hash.BYTES]);
    private static final byte[] SECRET = new byte[PublicKey.BYTES];
    private static final PublicKey KEY = Ed25519.publicKeyOf(SECRET);

    private TestVouchers() {}

    private static BlockHeader header(long height) {
        return new BlockHeader(
                BlockHeader.VERSION,
                CHAIN,
                height,
                TERM,
                "v1",
                1_000 + height,
                NOTHING,
                MerkleTree.root(List.of()),
                0,
                NOTHING,
                Hash.ZEROS);
    }

    static EntryMetadata block(long height) {
        return height == 0
                ? new EntryMetadata(new EntryId(Term.ZERO, 0), 1_000, EntryHash.of(NOTHING.toBytes()))
                : new EntryMetadata(
                        new EntryId(new Term(TERM), height),
                        1_000 + height,
                        EntryHash.of(HeaderLayout.hash(header(height)).toBytes()));
    }

    static BlockResult result(long height, NetChanges changes) {
        return new BlockResult(height, HeaderLayout.hash(header(height)), 0, List.of(), changes, List.of());
    }

    /** Signed by the founder. */
    static SnapshotVoucher voucher(Head head) {
        return voucher(head, SECRET);
    }

    /** Signed by somebody else in the founder's name. */
    static SnapshotVoucher forged(Head head) {
        byte[] other = SECRET.clone();
        other[0] = 1;
        return voucher(head, other);
    }

    private static SnapshotVoucher voucher(Head head, byte[] secret) {
        HeadSignature signature = HeadSignature.of(KEY, Ed25519.sign(secret, head.signingBytes()));
        return new SnapshotVoucher(
                header(head.height()), new Testimony(List.of(), List.of(), new Certificate(head, List.of(signature))));
    }

    static ValidatorSet founders() {
        return new ValidatorSet(
                0,
                List.of(new Validator("v1", 1, "One", Group.GOVERNMENT, Duty.VOTER, NOTHING, KEY, Optional.empty())),
                List.of());
    }

    static TestimonyVerifier testimonies() {
        return new TestimonyVerifier(CHAIN, founders(), Ed25519.verifier());
    }
}
