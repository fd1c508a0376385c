package org.khazana.node.finality;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.SignedProposal;
import org.khazana.ledger.finality.SignedVote;
import org.khazana.ledger.finality.Vote;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.ReplicaId;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/** Validators with real keys, and heads to sign. */
final class Signers {
    static final ChainId CHAIN = new ChainId(hash("chain"));

    private Signers() {}

    static Hash hash(String of) {
        return Domain.GENESIS.hash(of.getBytes(StandardCharsets.UTF_8));
    }

    static HeadSigner signer(int number) {
        byte[] key = new byte[32];
        key[0] = (byte) number;
        return new HeadSigner(key);
    }

    /** The founders: validator-1 and so on, all voters. */
    static ValidatorSet set(int count) {
        return set(0, 1, count);
    }

    /** Validators with numbers from {@code first} to {@code last}, all voters. */
    static ValidatorSet set(long epoch, int first, int last) {
        List<Validator> validators = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            validators.add(new Validator(
                    "validator-" + number,
                    number,
                    "organisation " + number,
                    Group.GOVERNMENT,
                    Duty.VOTER,
                    hash("tls " + number),
                    signer(number).key(),
                    Optional.empty()));
        }
        return new ValidatorSet(epoch, validators, List.of());
    }

    /** A block of a height and term whose transactions follow from a name. */
    static SignedProposal proposal(int validator, long height, long term, String name) {
        return proposal(CHAIN, validator, height, term, name);
    }

    static SignedProposal proposal(ChainId chain, int validator, long height, long term, String name) {
        BlockHeader header = new BlockHeader(
                BlockHeader.VERSION,
                chain,
                height,
                term,
                "validator-" + validator,
                1_000,
                hash("parent"),
                hash(name),
                1,
                hash("who takes part"),
                Hash.ZEROS);
        return SignedProposal.of(
                header, signer(validator).key(), signer(validator).sign(header));
    }

    static SignedVote vote(int voter, long term, int candidate) {
        return vote(CHAIN, voter, term, candidate);
    }

    static SignedVote vote(ChainId chain, int voter, long term, int candidate) {
        return signer(voter).sign(new Vote(chain, term, replica(voter), replica(candidate)));
    }

    private static ReplicaId replica(int number) {
        return new ReplicaId("validator-" + number, number);
    }

    static Head founding() {
        return Head.founding(CHAIN, hash("founding state"));
    }

    /** The head of a height in a history that is told by its name. */
    static Head head(long height, String history) {
        Head head = founding();
        while (head.height() < height) {
            long next = head.height() + 1;
            head = head.next(0, hash("block " + next), hash("state " + next + history), hash("receipts " + next));
        }
        return head;
    }
}
