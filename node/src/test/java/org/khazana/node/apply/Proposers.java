package org.khazana.node.apply;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.block.HeaderLayout;
import org.khazana.ledger.block.HeaderSignature;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.SigningKeys;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/** Leaders whose keys follow from their ids, and blocks that they sign. */
public final class Proposers {
    private Proposers() {}

    /** The factory of whichever leader makes an entry: it signs as the one that the header names. */
    public static BlockFactory factory(ChainId chain) {
        return factory(chain, (term, height) -> Optional.empty());
    }

    /** The same, of a leader that knows certificates. */
    public static BlockFactory factory(ChainId chain, BlockFactory.Certificates certificates) {
        return new BlockFactory(
                chain,
                header -> HeaderSignature.of(
                        Ed25519.sign(privateKey(header.proposer()), HeaderLayout.signingBytes(header))),
                certificates);
    }

    /** The private key of a validator. */
    public static byte[] privateKey(String validator) {
        return Domain.GENESIS.hash(validator.getBytes(StandardCharsets.UTF_8)).toBytes();
    }

    /** A check that knows these founders, on a node that has executed everything up to a height. */
    public static ProposerCheck knowing(long executedHeight, String... founders) {
        SigningKeys keys = SigningKeys.none().with(set(0, founders));
        return new ProposerCheck(() -> executedHeight, () -> keys, Ed25519.verifier());
    }

    /** Voters with directory 1. */
    public static ValidatorSet set(long epoch, String... ids) {
        List<Validator> validators = new ArrayList<>();
        for (String id : ids) {
            validators.add(new Validator(
                    id,
                    1,
                    "Organisation of " + id,
                    Group.GOVERNMENT,
                    Duty.VOTER,
                    Domain.GENESIS.hash(new byte[] {1}),
                    Ed25519.publicKeyOf(privateKey(id)),
                    Optional.empty()));
        }
        validators.sort(Comparator.comparing(Validator::id));
        return new ValidatorSet(epoch, validators, List.of());
    }
}
