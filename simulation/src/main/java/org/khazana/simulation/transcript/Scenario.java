package org.khazana.simulation.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.PlacedConfiguration;
import org.khazana.consensus.message.ReadId;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.RaftEvent;
import org.khazana.simulation.cluster.Names;
import org.khazana.simulation.cluster.Reaction;
import org.khazana.simulation.cluster.SimulatedEntries;
import org.khazana.simulation.cluster.Wording;
import org.khazana.simulation.transcript.Flights.Flight;

/**
 * The commands of a transcript.
 *
 * <pre>
 * cluster m1 m2 m3                            who takes part; all start. After the voters: group=m1,m2 of which one must
 * agree, observers=m4, outside=m5,m6 who are in no configuration yet,
 * window=2 appends in flight, lag=5 behind is near enough to become a voter,
 * margin=2 entries are kept before a saved state
 * given m1 1 1 4 4 [term=5]                   before it starts: the disk of m1 holds entries of these terms
 * campaign m1                                 time passes for m1 alone until it asks for pre-votes
 * tick m1 500                                 time passes for m1 alone
 * propose m1 7 8                              a client proposes these numbers at m1, as one entry
 * change m1 m1 m2 [group=..] [observers=..]   a client asks m1 for these voters and observers
 * hand-over m1 [m2]                           m1 is told to hand over leadership
 * save m1                                     m1 saves its state for others to fetch, and its log may forget
 * fetch m2, install m2                        m2 has got all of the saved state that it wanted last; and stands on it
 * read m1 5                                   a client of m1 asks, under the number 5, for an index it may read at
 * deliver [from [to [most]]]                  messages under way arrive; * stands for anybody
 * drop [from [to [most]]]                     ... or are lost
 * delay [from [to [most]]]                    ... or are overtaken by all others
 * repeat [from [to [most]]]                   ... or arrive and stay under way as well
 * write m1 [writes]                           the oldest unfinished writes of m1 become durable
 * settle [m1 m2]                              disks and messages (among these) until nothing is left to do
 * crash m1, restart m1                        unfinished writes are lost
 * status [m1], log m1, membership m1
 * quiet command                               the same without telling what happened
 * </pre>
 */
final class Scenario {
    private static final int CAMPAIGN_MILLIS_MAX = 10_000;

    private Stage stage = new Stage(Cast.of(List.of("m1")));

    List<String> play(List<String> words) {
        List<String> arguments = words.subList(1, words.size());
        switch (words.getFirst()) {
            case "quiet" -> play(arguments);
            case "cluster" -> stage = new Stage(Cast.of(arguments));
            case "given" -> given(member(arguments), arguments.subList(1, arguments.size()));
            case "campaign" -> campaign(member(arguments));
            case "tick" -> stage.pass(member(arguments), Integer.parseInt(arguments.get(1)));
            case "propose" -> propose(member(arguments), arguments.subList(1, arguments.size()));
            case "change" -> change(member(arguments), arguments.subList(1, arguments.size()));
            case "hand-over" -> handOver(member(arguments), arguments.subList(1, arguments.size()));
            case "save" -> stage.save(member(arguments));
            case "fetch" -> stage.fetch(member(arguments));
            case "install" -> stage.install(member(arguments));
            case "read" -> read(member(arguments), Long.parseLong(arguments.get(1)));
            case "deliver" ->
                stage.flights().take(matching(arguments), most(arguments)).forEach(stage::arrive);
            case "drop" ->
                stage.flights()
                        .take(matching(arguments), most(arguments))
                        .forEach(flight -> stage.tell("lost " + flight));
            case "delay" ->
                stage.flights().take(matching(arguments), most(arguments)).forEach(stage.flights()::add);
            case "repeat" ->
                stage.flights().peek(matching(arguments), most(arguments)).forEach(stage::arrive);
            case "write" -> write(member(arguments), arguments);
            case "settle" -> settle(arguments);
            case "crash" -> stage.crash(member(arguments));
            case "restart" -> stage.start(member(arguments));
            case "status" -> status(arguments);
            case "log" -> log(member(arguments));
            case "membership" -> membership(member(arguments));
            default -> throw new IllegalArgumentException("no such command: " + words);
        }
        return stage.takeHappened();
    }

    private static MemberId member(List<String> arguments) {
        return Names.member(arguments.getFirst());
    }

    private void given(MemberId member, List<String> words) {
        List<Long> terms = new ArrayList<>();
        long storedTerm = 0;
        for (String word : words) {
            if (word.startsWith("term=")) {
                storedTerm = Long.parseLong(word.substring("term=".length()));
            } else {
                terms.add(Long.parseLong(word));
                storedTerm = Math.max(storedTerm, terms.getLast());
            }
        }
        stage.given(member, terms, storedTerm);
    }

    private static long most(List<String> arguments) {
        return arguments.size() < 3 ? Long.MAX_VALUE : Long.parseLong(arguments.get(2));
    }

    private static Predicate<Flight> matching(List<String> arguments) {
        String from = arguments.isEmpty() ? "*" : arguments.get(0);
        String to = arguments.size() < 2 ? "*" : arguments.get(1);
        return flight -> (from.equals("*") || from.equals(Names.of(flight.from())))
                && (to.equals("*") || to.equals(Names.of(flight.to())));
    }

    private void campaign(MemberId member) {
        for (int millis = 0; millis < CAMPAIGN_MILLIS_MAX; millis += stage.tickMillis()) {
            List<RaftEvent> events = stage.pass(member, stage.tickMillis());
            if (events.stream()
                    .anyMatch(event ->
                            event instanceof RaftEvent.PreVoteStarted || event instanceof RaftEvent.ElectionStarted)) {
                return;
            }
        }
        throw new AssertionError(member + " does not campaign");
    }

    private void propose(MemberId member, List<String> numbers) {
        List<Payload> proposals = numbers.stream()
                .map(number -> SimulatedEntries.proposal(Long.parseLong(number), Long.BYTES))
                .toList();
        Reaction reaction = stage.give(member, new Input.Propose(stage.wallClockMillis(), proposals));
        tellOutcome(member, reaction);
    }

    private void tellOutcome(MemberId member, Reaction reaction) {
        reaction.effects().outcome().ifPresent(outcome -> stage.tell(member + " answers " + outcome));
    }

    private void change(MemberId member, List<String> words) {
        tellOutcome(member, stage.give(member, new Input.ChangeMembership(Cast.configuration(words))));
    }

    private void handOver(MemberId member, List<String> names) {
        stage.give(member, new Input.HandOver(names.stream().map(Names::member).findFirst()));
    }

    private void read(MemberId member, long number) {
        stage.give(member, new Input.Read(new ReadId(number, number)));
    }

    private void write(MemberId member, List<String> arguments) {
        int pending = stage.member(member).disk().pendingWrites();
        stage.write(member, arguments.size() < 2 ? pending : Integer.parseInt(arguments.get(1)));
    }

    private void settle(List<String> names) {
        stage.settle(
                names.isEmpty()
                        ? stage.members()
                        : names.stream().map(Names::member).toList());
    }

    private void status(List<String> arguments) {
        List<MemberId> asked = arguments.isEmpty() ? stage.members() : List.of(member(arguments));
        asked.forEach(stage::tellStatus);
    }

    private void log(MemberId member) {
        var log = stage.member(member).disk().issued();
        long base = log.base().index();
        String entries = log.read(base + 1, log.lastIndex(), Long.MAX_VALUE).stream()
                .map(entry -> " " + entry.id())
                .collect(Collectors.joining());
        stage.tell(member + ":" + (base == 0 ? "" : " after " + log.base().id()) + entries);
    }

    private void membership(MemberId member) {
        PlacedConfiguration placed = stage.member(member).status().membership();
        stage.tell(member + ": from " + placed.index() + " on " + Wording.of(placed.configuration()));
    }

    /** At the end of a transcript. */
    void demandAgreement() {
        new Agreement(stage).demand();
    }
}
