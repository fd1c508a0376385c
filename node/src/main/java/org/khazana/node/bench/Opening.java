package org.khazana.node.bench;

import static java.lang.String.format;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.khazana.ledger.operation.TransferBatch;
import org.khazana.node.bench.drive.Outcome;
import org.khazana.node.bench.drive.Request;

/** Puts a register on the ledger: opens accounts, defines and issues bills, and hands everything out. */
final class Opening {
    /** More would fill blocks, and the memory of validators, with thousands of transfers each, and be no quicker. */
    private static final int BATCHES_UNDER_WAY = 4;

    private static final double NANOS_PER_SECOND = 1e9;

    private final Register register;
    private final Desk desk;
    private final Sender sender;
    private final Consumer<String> progress;

    /** Nothing happens yet. */
    Opening(Register register, Desk desk, Sender sender, Consumer<String> progress) {
        this.register = register;
        this.desk = desk;
        this.sender = sender;
        this.progress = progress;
    }

    /**
     * Returns when everything is there, with how many accounts were opened a second.
     *
     * @throws BenchFailed if something is not carried out
     */
    double carryOut() {
        Endowment endowment = register.endowment();
        long startNanos = System.nanoTime();
        progress.accept(format(Locale.ROOT, "opening %,d accounts", endowment.accounts()));
        eachAccount(register::opening);
        double openedPerSecond = endowment.accounts() / secondsSince(startNanos);
        progress.accept(format(
                Locale.ROOT,
                "opened %,.0f a second; handing out %,d positions, of bills: %,d",
                openedPerSecond,
                endowment.positions(),
                endowment.bills()));
        each(IntStream.range(0, endowment.bills()).mapToObj(register::definition));
        each(bills(bill -> eachCustodian(endowment.holders(bill)).mapToObj(first -> register.issue(bill, first))));
        handOut(endowment);
        if (endowment.hasCash()) {
            eachAccount(register::deposit);
        }
        double seconds = secondsSince(startNanos);
        progress.accept(format(
                Locale.ROOT, "the register, of %,d positions, is ready after %.1f s", endowment.positions(), seconds));
        return openedPerSecond;
    }

    /** Signed on all processors. */
    private void eachAccount(IntFunction<Signed> step) {
        List<Request> requests =
                Desk.prepare(0, register.accounts(), index -> desk.request(step.apply(Math.toIntExact(index)), false));
        require(requests.size(), sender.unmeasured(requests, Optional.empty()));
    }

    private void each(Stream<Signed> steps) {
        List<Request> requests = steps.map(step -> desk.request(step, false)).toList();
        require(requests.size(), sender.unmeasured(requests, Optional.empty()));
    }

    /** They are many, and large: each is signed when its turn comes. */
    private void handOut(Endowment endowment) {
        Iterator<Request> requests = bills(bill -> batches(bill, endowment.holders(bill)))
                .map(signed -> desk.request(signed, false))
                .iterator();
        Outcome outcome = sender.unmeasured(requests, BATCHES_UNDER_WAY);
        require(outcome.asked(), outcome);
    }

    private Stream<Signed> bills(IntFunction<Stream<Signed>> steps) {
        return IntStream.range(0, register.endowment().bills()).boxed().flatMap(steps::apply);
    }

    /** The first account of each custodian with whom holders are. */
    private IntStream eachCustodian(int holders) {
        return IntStream.range(0, Math.min(register.custodians(), holders));
    }

    private Stream<Signed> batches(int bill, int holders) {
        int step = register.custodians();
        return eachCustodian(holders)
                .boxed()
                .flatMap(first -> IntStream.iterate(
                                first + step, to -> to < holders, to -> to + step * TransferBatch.LEGS_MAX)
                        .mapToObj(to -> register.handOut(bill, first, to)));
    }

    private static void require(long expected, Outcome outcome) {
        if (outcome.succeeded() != expected) {
            throw new BenchFailed("the register could not be prepared: of " + expected + " transactions "
                    + outcome.succeeded() + " were carried out; errors: " + outcome.errors());
        }
    }

    private static double secondsSince(long startNanos) {
        return (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
    }
}
