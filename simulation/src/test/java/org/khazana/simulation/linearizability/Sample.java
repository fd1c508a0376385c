package org.khazana.simulation.linearizability;

import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * A model with all that is needed to make up histories.
 *
 * @param actions draws one
 * @param answers the right outcome of an action in a state
 * @param outcomes those that might be told after such an action, right or wrong
 */
record Sample<S, A, R>(
        String name,
        Model<S, A, R> model,
        Function<Random, A> actions,
        BiFunction<S, A, R> answers,
        Function<A, List<R>> outcomes) {

    static Sample<Long, RegisterAction, RegisterOutcome> registers(int registers, int valueMax) {
        return new Sample<>(
                registers + " registers",
                new RegisterModel(),
                random -> registerAction("register " + random.nextInt(registers), valueMax, random),
                (state, action) -> action instanceof RegisterAction.Read
                        ? new RegisterOutcome.Value(state)
                        : new RegisterOutcome.Written(),
                action -> action instanceof RegisterAction.Read
                        ? LongStream.rangeClosed(0, valueMax)
                                .<RegisterOutcome>mapToObj(RegisterOutcome.Value::new)
                                .toList()
                        : List.of(new RegisterOutcome.Written()));
    }

    private static RegisterAction registerAction(String register, int valueMax, Random random) {
        return random.nextBoolean()
                ? new RegisterAction.Read(register)
                : new RegisterAction.Write(register, 1 + random.nextInt(valueMax));
    }

    static Sample<SortedMap<String, Long>, AccountAction, AccountOutcome> accounts(int assets, int accounts) {
        return new Sample<>(
                accounts + " accounts of " + assets + " assets",
                new AccountModel(),
                random -> accountAction("asset " + random.nextInt(assets), accounts, random),
                Sample::accountAnswer,
                action -> switch (action) {
                    case AccountAction.Read read ->
                        LongStream.range(0, 5)
                                .<AccountOutcome>mapToObj(AccountOutcome.Balance::new)
                                .toList();
                    case AccountAction.Issue issue -> List.of(new AccountOutcome.Done());
                    case AccountAction.Transfer transfer ->
                        List.of(new AccountOutcome.Done(), new AccountOutcome.Refused());
                });
    }

    private static AccountAction accountAction(String asset, int accounts, Random random) {
        String account = "account " + random.nextInt(accounts);
        long quantity = 1L + random.nextInt(3);
        return switch (random.nextInt(4)) {
            case 0 -> new AccountAction.Issue(asset, account, quantity);
            case 1 -> new AccountAction.Transfer(asset, account, "account " + random.nextInt(accounts), quantity);
            default -> new AccountAction.Read(asset, account);
        };
    }

    private static AccountOutcome accountAnswer(SortedMap<String, Long> state, AccountAction action) {
        return switch (action) {
            case AccountAction.Read read -> new AccountOutcome.Balance(state.getOrDefault(read.account(), 0L));
            case AccountAction.Issue issue -> new AccountOutcome.Done();
            case AccountAction.Transfer transfer ->
                transfer.from().equals(transfer.to()) || state.getOrDefault(transfer.from(), 0L) < transfer.quantity()
                        ? new AccountOutcome.Refused()
                        : new AccountOutcome.Done();
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
