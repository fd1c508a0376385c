package org.khazana.simulation.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.consensus.raft.CoreSettings;
import org.khazana.simulation.cluster.Names;

/**
 * Who plays, as the words of a {@code cluster} command say.
 *
 * @param founding the voters and observers at the beginning
 * @param outsiders run from the beginning, too, but are not in the configuration yet
 */
record Cast(Configuration founding, SortedSet<MemberId> outsiders, CoreSettings settings) {

    static Cast of(List<String> words) {
        CoreSettings local = CoreSettings.forLocalNetwork();
        return new Cast(
                configuration(words),
                members(words, "outside="),
                new CoreSettings(
                        local.tickMillis(),
                        local.heartbeatMillis(),
                        local.electionTimeoutMillis(),
                        local.entryBytesMax(),
                        local.messageBytesMax(),
                        number(words, "window=", local.inFlightMessagesMax()),
                        local.inFlightBytesMax(),
                        local.uncommittedBytesMax(),
                        local.unappliedBytesMax(),
                        local.readsWaitingMax(),
                        number(words, "margin=", local.compactionMargin()),
                        number(words, "lag=", local.promotionLagMax())));
    }

    /** Names without a sign are voters; {@code group=} and {@code observers=} are followed by names. */
    static Configuration configuration(List<String> words) {
        SortedSet<MemberId> voters = new TreeSet<>();
        words.stream().filter(word -> !word.contains("=")).forEach(name -> voters.add(Names.member(name)));
        List<QuorumClause> clauses = new ArrayList<>();
        clauses.add(QuorumClause.majorityOf("all", voters));
        SortedSet<MemberId> group = members(words, "group=");
        if (!group.isEmpty()) {
            clauses.add(new QuorumClause("group", group, 1));
        }
        return Configuration.of(new QuorumPolicy(clauses)).withObservers(members(words, "observers="));
    }

    /** Everybody who plays, in order of their ids. */
    SortedSet<MemberId> everybody() {
        SortedSet<MemberId> everybody = founding.members();
        everybody.addAll(outsiders);
        return everybody;
    }

    private static SortedSet<MemberId> members(List<String> words, String key) {
        SortedSet<MemberId> members = new TreeSet<>();
        for (String word : words) {
            if (word.startsWith(key)) {
                List.of(word.substring(key.length()).split(",", -1)).forEach(name -> members.add(Names.member(name)));
            }
        }
        return members;
    }

    private static int number(List<String> words, String key, int otherwise) {
        return words.stream()
                .filter(word -> word.startsWith(key))
                .mapToInt(word -> Integer.parseInt(word.substring(key.length())))
                .findFirst()
                .orElse(otherwise);
    }
}
