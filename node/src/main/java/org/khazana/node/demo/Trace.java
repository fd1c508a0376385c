package org.khazana.node.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.khazana.api.json.SerialJson;
import org.khazana.api.json.SerialJson.MovementJson;

/** The way of one token, from its issue through every holder. */
final class Trace {
    private final Desk desk;
    private final Register register;
    private final Narrator narrator;

    Trace(Desk desk, Register register, Narrator narrator) {
        this.desk = desk;
        this.register = register;
        this.narrator = narrator;
    }

    /**
     * Prints it as the register tells it.
     *
     * @param way all holders, the first one first
     * @throws DemoFailed unless it has just these holders, and the register knows each step by its transaction
     */
    void tell(long serial, List<Holder> way) {
        narrator.chapter("The way of one token");
        SerialJson token = register.token(Bill.ISIN, Long.toString(serial));
        List<MovementJson> movements = token.movements().reversed();
        requireWay(way, token, movements);
        narrator.say("Token " + serial + " of " + Bill.ISIN + " belongs to "
                + way.getLast().title() + ". The register tells every step that led there:");
        Map<String, Acknowledged> known =
                desk.acknowledged().stream().collect(Collectors.toMap(Acknowledged::id, Function.identity()));
        for (int i = 0; i < way.size(); i++) {
            narrator.show(step(i == 0 ? "issued" : way.get(i - 1).title(), way.get(i), movements.get(i), known));
        }
    }

    /** A step must stand in the block whose receipt the actors hold. */
    private static String step(String from, Holder to, MovementJson movement, Map<String, Acknowledged> known) {
        return Optional.ofNullable(known.get(movement.transactionId()))
                .filter(transaction -> transaction.receipt().height() == movement.height())
                .map(transaction -> from + " -> " + to.title() + ", transaction " + Figures.shortHash(transaction.id())
                        + " in block " + movement.height())
                .orElseThrow(() -> new DemoFailed("nobody has a receipt for the step " + movement));
    }

    /** Each holder has it from the one before, the first one from nobody. */
    static void requireWay(List<Holder> way, SerialJson token, List<MovementJson> movements) {
        List<Long> accounts =
                way.stream().map(holder -> holder.account().number()).toList();
        List<Long> givers = Stream.concat(Stream.of(0L), accounts.stream().limit(accounts.size() - 1L))
                .toList();
        boolean isThisWay = movements.stream().map(MovementJson::to).toList().equals(accounts)
                && movements.stream().map(Trace::giver).toList().equals(givers)
                && accounts.getLast().equals(token.holder())
                && token.next() == null;
        if (!isThisWay) {
            throw new DemoFailed(
                    "token " + token.serial() + " had to go through the accounts " + accounts + ", but: " + token);
        }
    }

    private static long giver(MovementJson movement) {
        Long from = movement.from();
        return from == null ? 0 : from;
    }
}
