package org.khazana.simulation.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.khazana.simulation.model.TraceLine.Write;

/** One way to falsify what was recorded, so that no correct core can have done it. Says nothing of runs without such a place. */
enum Corruption {
    /** A vote goes to somebody who did not stand in that term. */
    VOTE_FOR_NOBODY_WHO_ASKED {
        @Override
        Optional<List<TraceLine>> in(List<TraceLine> lines) {
            return first(lines, at -> lines.get(at).role().equals("follower") && isFirstVote(lines, at))
                    .map(at -> changed(lines, at, line -> line.withVote("m1.9")));
        }
    },
    /** The vote that made somebody leader is missing. */
    VOTE_THAT_WAS_NEEDED_LEFT_OUT {
        @Override
        Optional<List<TraceLine>> in(List<TraceLine> lines) {
            return first(lines, at -> lines.get(at).role().equals("leader") && isFirstInRole(lines, at))
                    .map(won -> {
                        List<TraceLine> others = new ArrayList<>(lines.subList(0, won + 1));
                        TraceLine leader = lines.get(won);
                        others.removeIf(line -> line.term() == leader.term()
                                && line.vote().equals(leader.who())
                                && !line.who().equals(leader.who()));
                        return others;
                    });
        }
    },
    /** A leader takes for committed what nobody else holds yet. */
    COMMIT_INDEX_TOO_HIGH {
        @Override
        Optional<List<TraceLine>> in(List<TraceLine> lines) {
            return first(lines, at -> lines.get(at).role().equals("leader") && hasGrown(lines, at))
                    .map(at -> changed(
                            lines, at, line -> line.withCommit(line.log().size(), true)));
        }
    },
    /** A follower takes for committed what its leader does not. */
    FOLLOWER_COMMITS_TOO_EARLY {
        @Override
        Optional<List<TraceLine>> in(List<TraceLine> lines) {
            return first(
                            lines,
                            at -> lines.get(at).role().equals("follower")
                                    && hasGrown(lines, at)
                                    && lines.subList(0, at).stream()
                                            .noneMatch(line -> line.commit()
                                                    >= lines.get(at).log().size()))
                    .map(at -> changed(
                            lines, at, line -> line.withCommit(line.log().size(), false)));
        }
    },
    /** A follower gets an entry of another term than its leader sent. */
    ENTRY_SWAPPED {
        @Override
        Optional<List<TraceLine>> in(List<TraceLine> lines) {
            return first(lines, at -> lines.get(at).role().equals("follower") && hasGrown(lines, at))
                    .map(at -> changed(lines, at, line -> {
                        List<String> log = new ArrayList<>(line.log());
                        log.set(log.size() - 1, "E(" + (line.term() + 1) + ")");
                        return line.withLog(log);
                    }));
        }
    },
    /** A leader's log loses its last entry while it leads. */
    LEADER_CUTS_ITS_LOG {
        @Override
        Optional<List<TraceLine>> in(List<TraceLine> lines) {
            return first(lines, at -> lines.get(at).role().equals("leader") && hasGrown(lines, at))
                    .map(at -> inserted(
                            lines,
                            at + 1,
                            lines.get(at)
                                    .withLog(lines.get(at)
                                            .log()
                                            .subList(0, lines.get(at).log().size() - 1))));
        }
    },
    /** A process finds less than was synced, and does not know it. */
    SYNCED_ENTRY_NOT_FOUND {
        @Override
        Optional<List<TraceLine>> in(List<TraceLine> lines) {
            return first(
                            lines,
                            at -> isRestart(lines, at)
                                    && !lines.get(at).isRecovering()
                                    && isSettled(lines, at)
                                    && previous(lines, at)
                                            .filter(line -> !line.log().isEmpty()
                                                    && line.log()
                                                            .equals(lines.get(at)
                                                                    .log()))
                                            .isPresent())
                    .map(at -> changed(
                            lines,
                            at,
                            line -> line.withLog(
                                    line.log().subList(0, line.log().size() - 1))));
        }
    },
    /** A process finds its term without the vote that it had given in it. */
    SYNCED_VOTE_NOT_FOUND {
        @Override
        Optional<List<TraceLine>> in(List<TraceLine> lines) {
            return first(
                            lines,
                            at -> isRestart(lines, at)
                                    && !lines.get(at).vote().equals("none")
                                    && isSettled(lines, at)
                                    && previous(lines, at).isPresent())
                    .map(at -> changed(lines, at, line -> line.withVote("none")));
        }
    },
    /** A process that has lost entries goes on as if it had not. */
    LOSS_NOT_NOTICED {
        @Override
        Optional<List<TraceLine>> in(List<TraceLine> lines) {
            return first(
                            lines,
                            at -> lines.get(at).isRecovering()
                                    && isSettled(lines, at)
                                    && previous(lines, at)
                                            .filter(line -> !line.isRecovering())
                                            .isPresent())
                    .map(at -> changed(lines, at, line -> line.withRecovering(false)));
        }
    },
    /** A member that has lost entries takes itself for whole before anybody has said so. */
    WHOLE_TOO_EARLY {
        @Override
        Optional<List<TraceLine>> in(List<TraceLine> lines) {
            return first(
                            lines,
                            at -> lines.get(at).isRecovering()
                                    && previous(lines, at)
                                            .filter(line -> !line.isRecovering())
                                            .isPresent())
                    .map(at -> inserted(lines, at + 1, lines.get(at).withRecovering(false)));
        }
    },
    /** Two lead one term. */
    SECOND_LEADER {
        @Override
        Optional<List<TraceLine>> in(List<TraceLine> lines) {
            return first(
                            lines,
                            at -> lines.get(at).role().equals("follower")
                                    && lines.subList(0, at).stream()
                                            .anyMatch(line -> line.role().equals("leader")
                                                    && line.term()
                                                            == lines.get(at).term()))
                    .map(at -> changed(lines, at, line -> line.withRole("leader")));
        }
    };

    /** The falsified lines; the rest of the run after the false one is left out. */
    abstract Optional<List<TraceLine>> in(List<TraceLine> lines);

    private static Optional<Integer> first(List<TraceLine> lines, IntPredicate place) {
        for (int at = 0; at < lines.size(); at++) {
            if (place.test(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static List<TraceLine> changed(List<TraceLine> lines, int at, UnaryOperator<TraceLine> change) {
        return inserted(lines, at, change.apply(lines.get(at)));
    }

    private static List<TraceLine> inserted(List<TraceLine> lines, int at, TraceLine line) {
        List<TraceLine> others = new ArrayList<>(lines.subList(0, at));
        others.add(line);
        return Collections.unmodifiableList(others);
    }

    private static Optional<TraceLine> previous(List<TraceLine> lines, int at) {
        return lines.subList(0, at).stream()
                .filter(line -> line.who().equals(lines.get(at).who()))
                .reduce((earlier, later) -> later);
    }

    /** Whether it is known of all that this member has written before that it was durable. */
    private static boolean isSettled(List<TraceLine> lines, int at) {
        return lines.subList(0, at).stream()
                .noneMatch(line -> line.who().equals(lines.get(at).who()) && line.write() == Write.UNKNOWN);
    }

    private static boolean isRestart(List<TraceLine> lines, int at) {
        return at > 0 && lines.get(at).restarts() > lines.get(at - 1).restarts();
    }

    private static boolean isFirstVote(List<TraceLine> lines, int at) {
        TraceLine line = lines.get(at);
        return !line.vote().equals("none")
                && !isRestart(lines, at)
                && previous(lines, at).filter(line::votesLike).isEmpty();
    }

    private static boolean isFirstInRole(List<TraceLine> lines, int at) {
        return previous(lines, at)
                .filter(line -> line.role().equals(lines.get(at).role()))
                .isEmpty();
    }

    private static boolean hasGrown(List<TraceLine> lines, int at) {
        return !isRestart(lines, at)
                && previous(lines, at)
                        .filter(line -> line.role().equals(lines.get(at).role())
                                && line.log().size() < lines.get(at).log().size())
                        .isPresent();
    }
}
