package org.khazana.simulation.property;

/** What must always hold; the numbers are those of the consensus reference, section 3.2. */
public enum Property {
    ELECTION_SAFETY("1: at most one leader per term"),
    ELECTED_BY_QUORUM("1, 17: a leader has durable votes of a quorum of voters"),
    ONE_VOTE_PER_TERM("2: a member votes once in a term, across restarts"),
    PRE_VOTE_CHANGES_NOTHING("a question for a pre-vote changes nobody's term or vote"),
    NEVER_BACKWARDS("3: term, commit index and applied index never fall"),
    LEADER_APPEND_ONLY("4: a leader never removes or replaces entries of its log"),
    LOG_MATCHING("5: the same index and term name the same entry and the same prefix"),
    LEADER_COMPLETENESS("6: a committed entry is in the log of every later leader"),
    STATE_MACHINE_SAFETY("7: every member applies the same entry at the same index, in order"),
    NO_COMMITTED_LOSS(
            "8: a committed entry is durable on a quorum of the configuration that committed it, until compacted"),
    OWN_TERM_COMMIT("9: a leader commits by counting only entries of its own term"),
    MATCH_IS_DURABLE("10: a leader's match index is durable on the follower and does not fall"),
    TRUNCATION_ABOVE_COMMIT("11: nothing committed is truncated"),
    ONLY_AGREED_FORGOTTEN("11: a log forgets only what is agreed on and a durable snapshot stands for"),
    MEMBERSHIP_MATCHES_LOG("12: the configuration in force is the newest in the log"),
    MEMBERSHIP_IN_STEPS("12: membership changes jointly, one committed change after the other"),
    EXACTLY_ONCE("13: an acknowledged proposal is in the chain exactly once"),
    REQUEST_ONCE("13: a request to the ledger has one effect at most"),
    LEDGER_SAME("7: every member makes the same receipts and the same state of the same block"),
    LEDGER_ADDS_UP("positions sum to what is outstanding, nothing is negative, nothing comes from nowhere"),
    LINEARIZABLE("some order of what clients did explains all that they were told"),
    READ_FRESH("14: a read covers all that was committed when it began"),
    READ_BY_QUORUM("14, 17: a leader answers a read after a quorum of voters has answered a later message"),
    RECOVERING_SILENT("18: a member that has lost entries neither votes nor leads"),
    RECOVERING_NOT_COUNTED("17, 18: a leader commits by what voters have acknowledged that were whole"),
    WHOLE_AGAIN("18: a member is whole again when it holds all that it had acknowledged and that is committed"),
    BOUNDED("15: messages and windows keep their bounds"),
    TIME_FORWARD("the time of an entry is never before its parent's"),
    DURABLE_BEFORE_SPEAKING("votes, acknowledgements and applied entries rest on durable bytes"),
    RECOVERY_LEGAL("a restart finds all that was synced, and of the rest only what a crash may leave"),
    NO_FAULT("the core meets no contradiction of its own"),
    NO_PROTEST("members that are not planted with lies have nothing to protest against"),
    LIVENESS("when faults stop for a quorum, one leader is found, logs agree, clients are answered"),
    CERTIFICATE_IMPLIES_DURABLE("who signs a block, and whoever's signature is in a certificate, had it on disk"),
    ONE_HISTORY_SIGNED("a member that does not lie never signs two heads that cannot be of one history"),
    STATE_ROOTS_AGREE("members that execute rightly have the same head of each height"),
    CERTIFIED_IS_KEPT("what is certified is never replaced, and nothing else of its height is ever certified"),
    HONEST_NEVER_ACCUSED("evidence names nobody but those who signed two histories"),
    OVERRULED_IS_SILENT("who was overruled signs nothing more of that history"),
    ONLY_THE_WRONG_STOP("nobody stops but who has come to something wrong, or has an old record"),
    CERTIFIED_IN_THE_END("when faults stop and enough are there to sign, what is committed is certified"),
    STABLE_LEADER("a leader that a quorum hears keeps its place, whoever is cut off and comes back");

    private final String sentence;

    Property(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
