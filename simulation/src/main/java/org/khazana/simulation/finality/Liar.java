package org.khazana.simulation.finality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.SignedHead;

/**
 * Tells the others what a member has signed, and now and then another history as well, which parts from the true one and goes on for
 * a while: each of the two to whom it likes.
 */
public final class Liar implements Post {
    private static final int BEGINS_IN = 20;
    private static final int ENDS_IN = 6;
    private static final int TRUTH_IS_KEPT_FROM = 4;

    private final MemberId self;
    private final Post post;
    private final Supplier<Collection<MemberId>> others;
    private final RandomGenerator chance;
    private Optional<Head> madeUp = Optional.empty();

    public Liar(MemberId self, Post post, Supplier<Collection<MemberId>> others, RandomGenerator chance) {
        this.self = self;
        this.post = post;
        this.others = others;
        this.chance = chance;
    }

    @Override
    public void tell(MemberId peer, Told message) {
        post.tell(peer, message);
    }

    @Override
    public void tellAll(Told message) {
        if (!(message instanceof Told.Signed signed)) {
            post.tellAll(message);
            return;
        }
        List<SignedHead> lies = new ArrayList<>();
        signed.heads().forEach(truth -> lie(truth.head()).ifPresent(lies::add));
        for (MemberId other : others.get()) {
            if (chance.nextInt(TRUTH_IS_KEPT_FROM) > 0) {
                post.tell(other, message);
            }
            if (!lies.isEmpty() && chance.nextBoolean()) {
                post.tell(other, new Told.Signed(lies, signed.isReminder()));
            }
        }
    }

    private Optional<SignedHead> lie(Head truth) {
        if (madeUp.isEmpty() && chance.nextInt(BEGINS_IN) == 0) {
            madeUp = Optional.of(madeUpLike(truth));
        } else if (madeUp.isPresent() && madeUp.get().height() == truth.height() - 1) {
            Hash nothing = Electorate.hash("nothing of " + self);
            madeUp = madeUp.map(head -> head.next(truth.epoch(), truth.blockHash(), nothing, nothing));
        } else if (chance.nextInt(ENDS_IN) == 0) {
            madeUp = Optional.empty();
        }
        return madeUp.map(head -> Electorate.sign(Electorate.keyOf(self), head));
    }

    private Head madeUpLike(Head truth) {
        return new Head(
                truth.chainId(),
                truth.epoch(),
                truth.height(),
                truth.blockHash(),
                Electorate.hash("what " + self + " makes up"),
                truth.receiptsRoot(),
                truth.previous());
    }
}
