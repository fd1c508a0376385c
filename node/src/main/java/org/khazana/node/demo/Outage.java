package org.khazana.node.demo;

import java.time.Duration;
import org.khazana.api.json.ClusterJson;
import org.khazana.node.supervision.LocalCluster;

/** The leader is killed, business goes on without it, and it comes back. */
final class Outage {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long TOKENS_SOLD_MEANWHILE = 200;

    private final LocalCluster cluster;
    private final Validators validators;
    private final Desk desk;
    private final Narrator narrator;
    private final Witness witness;

    Outage(LocalCluster cluster, Validators validators, Desk desk, Narrator narrator) {
        this.cluster = cluster;
        this.validators = validators;
        this.desk = desk;
        this.narrator = narrator;
        this.witness = new Witness(validators, desk);
    }

    /** Plays it all; fails when anything acknowledged is missing or different anywhere. */
    void play(Market market) throws InterruptedException {
        String killed = validators.awaitLeader(PATIENCE).self();
        killAndTrade(killed, market);
        comeBack(killed);
    }

    private void killAndTrade(String killed, Market market) throws InterruptedException {
        narrator.chapter("The leader is killed");
        long pid = cluster.process(killed).pid();
        int before = desk.acknowledged().size();
        long killedAtNanos = System.nanoTime();
        cluster.kill(killed);
        narrator.say(killed + ", the leader, is killed with SIGKILL (process " + pid + ").");

        ClusterJson leader = validators.awaitLeader(PATIENCE);
        narrator.say("The other three have elected " + leader.self() + " in term " + leader.term() + ", "
                + Figures.count(Narrator.elapsedMillis(killedAtNanos)) + " ms after the kill.");
        witness.requireNothingLost();
        narrator.say("All " + before
                + " acknowledged transactions are on all three, each with the receipt it was given, refusals too.");

        market.sell(TOKENS_SOLD_MEANWHILE, Holder.CHEN);
        narrator.show("with one validator down, " + Figures.count(Narrator.elapsedMillis(killedAtNanos))
                + " ms after the kill");
    }

    private void comeBack(String killed) throws InterruptedException {
        narrator.chapter("The killed validator comes back");
        long startedAtNanos = System.nanoTime();
        long pid = cluster.start(killed).pid();
        cluster.awaitReady(killed, PATIENCE);
        witness.requireNothingLost();
        narrator.say(killed + " is started again (process " + pid + "), and has caught up after "
                + Figures.count(Narrator.elapsedMillis(startedAtNanos)) + " ms.");

        Witness.Agreement agreement = witness.requireSameChain();
        narrator.say("All four report the same hash for block " + agreement.height() + ": "
                + Figures.shortHash(agreement.hash()));
        ChainCheck.Verdict verdict =
                new ChainCheck(desk.chain(), desk.acknowledged()).check(validators.blocks(killed, agreement.height()));
        narrator.say("Computed anew from " + killed + "'s answers: " + verdict.blocks()
                + " blocks, each naming the hash of the one before, down to the genesis file;");
        narrator.show("and the bytes of all " + verdict.transactions()
                + " transactions are in the blocks of their receipts.");
        narrator.show(
                "(That shows this one history is whole. That it is the right one, the validators' signatures show at"
                        + " the end.)");
    }
}
