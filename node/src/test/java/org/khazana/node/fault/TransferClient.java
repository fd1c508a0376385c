package org.khazana.node.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.khazana.api.json.AccountJson.PositionsJson;
import org.khazana.ledger.id.AssetCode;
import org.khazana.simulation.linearizability.AccountAction;

/**
 * Moves tokens of one bill and reads balances, one after the other, always at some validator drawn anew. A transaction whose
 * outcome is unknown is sent again, the same bytes, to other validators; a few are left alone, as by a client that gives up.
 */
final class TransferClient {
    /** Leaves the processors to the validators, which share them with these clients. */
    private static final Duration PAUSE = Duration.ofMillis(25);

    private static final List<Purse> PURSES = List.of(Purse.values());
    private static final int PERCENT_READS = 45;
    private static final int PERCENT_ABANDONED = 10;
    private static final int ABANDONED_MAX = 3;

    private final String name;
    private final AssetCode isin;
    private final Random random;
    private final List<ValidatorDesk> desks;
    private final TokenMarket market;
    private final Observations observations;

    TransferClient(
            String name,
            AssetCode isin,
            Random random,
            List<ValidatorDesk> desks,
            TokenMarket market,
            Observations observations) {
        this.name = name;
        this.isin = isin;
        this.random = random;
        this.desks = List.copyOf(desks);
        this.market = market;
        this.observations = observations;
    }

    /**
     * Goes on until it is over; then sees to it that it learns the last outcome.
     *
     * @param isHopeless when even that is not waited for any longer
     */
    void run(BooleanSupplier isOver, BooleanSupplier isHopeless) {
        int abandoned = 0;
        while (!isOver.getAsBoolean()) {
            if (random.nextInt(100) < PERCENT_READS) {
                read();
            } else {
                boolean mayAbandon = abandoned < ABANDONED_MAX && random.nextInt(100) < PERCENT_ABANDONED;
                boolean known = transfer(mayAbandon, isHopeless);
                abandoned += known ? 0 : 1;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void read() {
        Purse purse = oneOf(PURSES);
        AccountAction.Read action = new AccountAction.Read(isin.text(), purse.name());
        long call = observations.reads(name, action);
        Optional<PositionsJson> told = oneOf(desks).positions(purse.account().number(), false);
        if (told.isPresent()) {
            long quantity = TokenMarket.quantityOf(isin.text(), told.get().positions().stream());
            observations.sawBalance(
                    call, new Observations.Seen(name, action, told.get().height(), quantity));
        } else {
            observations.sawNothing(call);
        }
    }

    /** Whether the outcome is known in the end. */
    private boolean transfer(boolean mayAbandon, BooleanSupplier isHopeless) {
        Purse from = oneOf(PURSES);
        Purse to = oneOf(PURSES.stream().filter(purse -> purse != from).toList());
        TokenMarket.Signed signed =
                market.transfer(isin, from, to, 1 + random.nextLong(TokenMarket.TOKENS_OF_EACH / 2));
        long call = observations.submits(name, signed.id(), signed.action());
        while (true) {
            switch (oneOf(desks).submit(signed.envelope())) {
                case ValidatorDesk.Answer.Committed committed -> {
                    observations.gotReceipt(call, committed.receipt());
                    return true;
                }
                case ValidatorDesk.Answer.Refused refused -> {
                    observations.gotUndeserved(call, refused.sentence());
                    return false;
                }
                case ValidatorDesk.Answer.Unknown unknown -> {
                    if (mayAbandon || isHopeless.getAsBoolean()) {
                        return false;
                    }
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
