package org.khazana.simulation.finality;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.finality.Replica;
import org.khazana.ledger.finality.SignedHead;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.simulation.ledger.QuickSignatures;

/** Members as validators that sign. With new disks a member is somebody else, with a key of its own. */
public final class Electorate {
    static final ChainId CHAIN = new ChainId(hash("a simulated network"));

    private Electorate() {}

    /** The voters of an epoch. */
    static ValidatorSet of(long epoch, Collection<MemberId> voters) {
        List<Validator> validators = voters.stream()
                .map(Electorate::validator)
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
        return new ValidatorSet(epoch, validators, List.of());
    }

    private static Validator validator(MemberId member) {
        return new Validator(
                member.toString(),
                member.directory(),
                member.toString(),
                Group.GOVERNMENT,
                Duty.VOTER,
                hash("tls " + member),
                keyOf(member),
                Optional.empty());
    }

    static Replica replica(MemberId member) {
        return new Replica(member.toString(), member.directory(), keyOf(member));
    }

    public static PublicKey keyOf(MemberId member) {
        return PublicKey.of(hash("key of " + member).toBytes());
    }

    static SignedHead sign(PublicKey key, Head head) {
        return new SignedHead(head, HeadSignature.of(key, QuickSignatures.sign(key, head.signingBytes())));
    }

    static Hash hash(String text) {
        return Domain.GENESIS.hash(text.getBytes(StandardCharsets.UTF_8));
    }
}
