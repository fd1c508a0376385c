package org.khazana.node.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.khazana.config.check.ClusterFolder;
import org.khazana.config.generate.ClusterRequest;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.node.assembly.NewNetwork;
import org.khazana.node.supervision.KhazanaProgram;
import org.khazana.node.supervision.LocalCluster;
import org.khazana.node.supervision.LocalNodes;
import org.khazana.node.supervision.ValidatorNode;

/** The whole story, on four validator processes in a fresh folder of this machine. */
public final class Demo {
    private static final int VALIDATORS = 4;
    private static final int ANY_FREE_PORT = 0;
    private static final Duration READY_PATIENCE = Duration.ofMinutes(2);
    /** Pakistan's civil time, fixed: the day on which the bill is issued must not depend on where the demo runs. */
    private static final ZoneOffset PAKISTAN = ZoneOffset.ofHours(5);

    private final DemoFolder folder;
    private final Narrator narrator;
    private final boolean staysUp;

    /**
     * Prepares the story; nothing happens yet.
     *
     * @param staysUp whether the validators stay up afterwards, until Ctrl-C
     */
    public Demo(DemoFolder folder, PrintWriter out, boolean staysUp) {
        this.folder = folder;
        this.narrator = new Narrator(out);
        this.staysUp = staysUp;
    }

    /**
     * Tells the story and returns when it has ended and all validators have stopped.
     *
     * @throws DemoFailed if anything is not as it must be; all validators have stopped then, too
     * @throws org.khazana.node.supervision.ValidatorFailed if a validator did not do its part
     */
    public void run() throws InterruptedException {
        ClusterFolder network = found();
        List<ValidatorNode> nodes = LocalNodes.of(network);
        try (LocalCluster cluster = new LocalCluster(nodes, KhazanaProgram.sameAsHere(), folder::clear);
                Validators validators = new Validators(cluster)) {
            start(cluster);
            tell(cluster, validators, network);
            folder.storyHasEndedWell();
            if (staysUp) {
                stayUp(cluster);
            }
        }
    }

    private ClusterFolder found() {
        narrator.chapter("A network of four");
        ClusterFolder network = NewNetwork.found(new ClusterRequest(
                VALIDATORS, folder.path(), "khazana-demo", ANY_FREE_PORT, ANY_FREE_PORT, List.of(), Instant.now()));
        narrator.say("Keys, certificates and genesis.json are written to " + folder.path() + ".");
        narrator.show("the network's id is the hash of genesis.json, "
                + Figures.shortHash(chainOf(network).toString()));
        return network;
    }

    private void start(LocalCluster cluster) throws InterruptedException {
        cluster.startAll(READY_PATIENCE);
        narrator.say("Four validators run, each a process of its own, two of the government and two of custodians:");
        for (ValidatorNode node : cluster.nodes()) {
            narrator.show(node.id() + "  process " + cluster.process(node.id()).pid() + "  " + node.url());
        }
    }

    private void tell(LocalCluster cluster, Validators validators, ClusterFolder network) throws InterruptedException {
        Bill bill = Bill.issuedOn(LocalDate.now(PAKISTAN));
        Desk desk = new Desk(chainOf(network), new KeyRing(folder.path().resolve("parties")), validators);
        Register register = validators.register();
        Programme programme = new Programme(desk, register, bill, narrator);
        Investors investors = new Investors(desk, register, bill, narrator);
        Market market = new Market(desk, bill, narrator);
        Court court = new Court(desk, register, narrator);
        programme.found();
        programme.approveBill();
        programme.refuseBeyondCeiling();
        investors.admit();
        market.depositCash();
        market.issueToDealer();
        Acknowledged passedOn = market.trade();
        investors.refuseTheUnattested();
        long serial = court.play(passedOn);
        new Trace(desk, register, narrator)
                .tell(serial, List.of(Holder.DEALER, Holder.AMNA, Holder.BILAL, Holder.AMNA));
        new Outage(cluster, validators, desk, narrator).play(market);
        new Closing(validators, bill, narrator).tell(programme, court);
        new Conviction(validators, network, folder.path(), narrator)
                .tell(desk.lastCarriedOut(), cluster.nodes().getFirst());
        narrator.say("The demo has done all it set out to do.");
    }

    private void stayUp(LocalCluster cluster) throws InterruptedException {
        new Invitation(cluster, folder.path(), narrator).tell();
        cluster.awaitFailure().ifPresent(failure -> {
            throw failure;
        });
    }

    private static ChainId chainOf(ClusterFolder network) {
        return new ChainId(Domain.GENESIS.hash(network.genesisFile().bytes()));
    }
}
