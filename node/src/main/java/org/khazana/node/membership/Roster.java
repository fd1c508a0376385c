package org.khazana.node.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.wire.ConfigurationCodec;
import org.khazana.consensus.wire.MalformedMessage;
import org.khazana.ledger.block.Membership;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * Who takes part, as the blocks executed so far say.
 *
 * @param appointed the governors' newest decision
 * @param inForce the configuration that the newest executed block stands under
 * @param validatorSetHash of {@code inForce}, as headers name it
 * @param leaving take part still, although they are appointed no more
 */
public record Roster(ValidatorSet appointed, Configuration inForce, Hash validatorSetHash, List<Validator> leaving) {
    public Roster {
        leaving = List.copyOf(leaving);
    }

    /**
     * What the state says.
     *
     * @param founding in force until a block says otherwise
     */
    static Roster of(LedgerView ledger, Configuration founding) {
        Configuration inForce = ledger.membership().map(Roster::configuration).orElse(founding);
        ValidatorSet appointed = ledger.newestValidators();
        return new Roster(appointed, inForce, membership(inForce).hash(), leaving(ledger, appointed, inForce));
    }

    /** The configuration as blocks carry it. */
    public static Membership membership(Configuration configuration) {
        return Membership.of(ConfigurationCodec.encode(configuration));
    }

    private static Configuration configuration(Membership membership) {
        try {
            return ConfigurationCodec.decode(membership.toBytes());
        } catch (MalformedMessage damaged) {
            throw new IllegalStateException("the state says in no known form who takes part", damaged);
        }
    }

    private static List<Validator> leaving(LedgerView ledger, ValidatorSet appointed, Configuration inForce) {
        TreeSet<String> sought = new TreeSet<>();
        for (MemberId member : inForce.members()) {
            if (appointed.validator(member.validator()).isEmpty()) {
                sought.add(member.validator());
            }
        }
        List<Validator> found = new ArrayList<>();
        for (long epoch = appointed.epoch() - 1; epoch >= 0 && !sought.isEmpty(); epoch--) {
            for (Validator validator : ledger.validators(epoch).orElseThrow().validators()) {
                if (sought.remove(validator.id())) {
                    found.add(validator);
                }
            }
        }
        return found;
    }

    /** Whether just those take part who are appointed, each with its duty. */
    public boolean isSettled() {
        return inForce.equals(MembershipPlan.aim(appointed));
    }

    /** What the member does now: VOTER, OBSERVER, or NONE while it does not take part. */
    public String dutyOf(MemberId member) {
        if (inForce.isVoter(member)) {
            return Duty.VOTER.name();
        }
        return inForce.observers().contains(member) ? Duty.OBSERVER.name() : "NONE";
    }

    /** Everybody to be connected with: who is appointed, and who takes part still. */
    public List<Validator> everybody() {
        List<Validator> all = new ArrayList<>(appointed.validators());
        all.addAll(leaving);
        return all;
    }

    /** Ids of {@link #everybody}. */
    public Set<String> everybodysIds() {
        return everybody().stream().map(Validator::id).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Id of the validator with this TLS key.
     *
     * @param tlsKeySha256 64 hexadecimal digits in lower case
     */
    public Optional<String> validatorWithTlsKey(String tlsKeySha256) {
        return everybody().stream()
                .filter(validator -> validator.tlsKeySha256().toString().equals(tlsKeySha256))
                .map(Validator::id)
                .findFirst();
    }
}
