package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ENCUMBRANCE_PROTECTED;
import static org.khazana.ledger.refusal.RefusalCode.LOTS_TOO_MANY;
import static org.khazana.ledger.refusal.RefusalCode.QUANTITY_NOT_AVAILABLE;
import static org.khazana.ledger.refusal.RefusalCode.SERIALS_NOT_HELD;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.khazana.ledger.claim.ClaimLimits;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Order;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.Restraints;
import org.khazana.ledger.state.RestrictedTokens;
import org.khazana.ledger.state.Restriction;

/** Which tokens of a position an order takes beside what stays there for others. Decisions 0019, 0025 and 0026. */
public final class OrderTokens {
    private final Order order;
    private final Restriction restriction;
    private final LedgerView view;
    private final Restraints restraints;
    private final Position position;
    /** Those whose time is not over. */
    private final List<Encumbrance> encumbrances;

    private OrderTokens(Order order, Circumstances circumstances) {
        this.order = order;
        this.view = circumstances.view();
        this.restriction = view.restriction(order.restriction()).orElseThrow();
        this.restraints = new Restraints(view, circumstances.blockTimeMillis());
        this.position = view.position(order.from(), order.asset());
        this.encumbrances = restraints.encumbrancesOn(position);
    }

    /**
     * Of a position that holds as many. Under a restriction on serials just those that it names, the lowest first, whatever other
     * authorities say of them. Under any other one those that nobody has named, by best fit, as many as no encumbrance needs that does not
     * give way; then those that encumbrances name that do, in the order in which the order has them, of each the lowest first. Order:
     * encumbrances that the order does not name; too few others than those that authorities restrict or, under a restriction on serials,
     * not so many of them held; too many lots to look at, or ranges left or touched.
     */
    public static LotChoice choose(Order order, long units, Circumstances circumstances) {
        OrderTokens tokens = new OrderTokens(order, circumstances);
        if (units > tokens.position.quantity() - tokens.kept()) {
            return new LotChoice.Refused(ENCUMBRANCE_PROTECTED);
        } else if (tokens.view.asset(order.asset()).filter(Asset::isSerialised).isEmpty()) {
            return new LotChoice.Chosen(List.of());
        }
        return tokens.restriction.isOfSerials() ? tokens.ofRestriction(units) : tokens.ofAny(units);
    }

    /** What stays for those who do not give way; what authorities have named is no use to them. */
    private long kept() {
        long aside = sum(encumbrances, encumbrance -> !givesWay(encumbrance));
        return aside == 0 || restriction.isOfSerials()
                ? aside
                : aside
                        + restraints
                                .restrictedTokens(
                                        order.from(), order.asset(), serials(encumbrance -> !givesWay(encumbrance)))
                                .orElse(0);
    }

    private boolean givesWay(Encumbrance encumbrance) {
        return order.overrides().contains(encumbrance.id());
    }

    private SerialSet serials(Predicate<Encumbrance> kind) {
        return SerialSet.of(encumbrances.stream()
                .filter(kind)
                .flatMap(encumbrance -> encumbrance.serials().ranges().stream())
                .toList());
    }

    private static long sum(List<Encumbrance> encumbrances, Predicate<Encumbrance> kind) {
        return encumbrances.stream()
                .filter(kind)
                .mapToLong(Encumbrance::quantity)
                .sum();
    }

    /** How many others than those tokens may go: who has set aside any units, and does not give way, needs as many of these. */
    private long room(long tokens) {
        long needed = sum(encumbrances, encumbrance -> !givesWay(encumbrance) && !encumbrance.isOfSerials());
        return Math.max(0, position.quantity() - tokens - needed);
    }

    private LotChoice ofRestriction(long units) {
        SerialSet mine = restriction.serials().without(serials(encumbrance -> !givesWay(encumbrance)));
        Optional<RestrictedTokens> held = RestrictedTokens.of(order.from(), order.asset(), mine, view);
        if (held.isEmpty()) {
            return new LotChoice.Refused(LOTS_TOO_MANY);
        } else if (held.get().count() < units) {
            boolean isHeld = RestrictedTokens.of(order.from(), order.asset(), restriction.serials(), view)
                    .filter(all -> all.count() >= units)
                    .isPresent();
            return new LotChoice.Refused(isHeld ? ENCUMBRANCE_PROTECTED : SERIALS_NOT_HELD);
        }
        List<SerialRange> taken = lowest(held.get(), units);
        SerialSet setAside = serials(encumbrance -> true);
        long others = SerialSet.of(taken).without(setAside).count();
        if (others > room(setAside.count())) {
            return new LotChoice.Refused(ENCUMBRANCE_PROTECTED);
        }
        return isTooMany(restriction.serials(), taken) ? new LotChoice.Refused(LOTS_TOO_MANY) : bounded(taken);
    }

    private LotChoice ofAny(long units) {
        SerialSet restricted = restraints.restrictedSerials(order.asset());
        SerialSet setAside = serials(encumbrance -> true);
        if (restricted.isEmpty() && setAside.isEmpty()) {
            return BestFit.choose(Debit.of(order, units), view, Long.MAX_VALUE);
        }
        Optional<RestrictedTokens> named = RestrictedTokens.of(order.from(), order.asset(), restricted, setAside, view);
        if (named.isEmpty()) {
            return new LotChoice.Refused(LOTS_TOO_MANY);
        }
        long others = Math.min(units, room(named.get().count()));
        LotChoice choice = BestFit.choose(Debit.of(order, others), named.get().hiddenIn(view), Long.MAX_VALUE);
        return choice instanceof LotChoice.Chosen chosen
                ? withThoseThatGiveWay(chosen.ranges(), units - others, restricted)
                : choice;
    }

    private LotChoice withThoseThatGiveWay(List<SerialRange> others, long units, SerialSet restricted) {
        List<SerialRange> taken = new ArrayList<>(others);
        long open = units;
        for (Encumbrance encumbrance : givingWay()) {
            SerialSet free = encumbrance.serials().without(restricted);
            Optional<RestrictedTokens> tokens = RestrictedTokens.of(order.from(), order.asset(), free, view);
            if (tokens.isEmpty()) {
                return new LotChoice.Refused(LOTS_TOO_MANY);
            }
            long some = Math.min(open, free.count());
            taken.addAll(lowest(tokens.get(), some));
            open -= some;
        }
        return open > 0 ? new LotChoice.Refused(QUANTITY_NOT_AVAILABLE) : bounded(taken);
    }

    /** Those that name tokens, in the order in which the order has them. */
    private List<Encumbrance> givingWay() {
        return order.overrides().stream()
                .flatMap(id -> encumbrances.stream()
                        .filter(encumbrance -> encumbrance.id().equals(id)))
                .filter(Encumbrance::isOfSerials)
                .toList();
    }

    private static List<SerialRange> lowest(RestrictedTokens tokens, long units) {
        List<SerialRange> taken = new ArrayList<>();
        long open = units;
        for (SerialRange range : tokens.ranges()) {
            if (open > 0) {
                taken.add(new SerialRange(range.first(), Math.min(open, range.count())));
                open -= taken.getLast().count();
            }
        }
        return taken;
    }

    /** What is taken out of the middle must not leave more ranges than may be named. */
    private LotChoice bounded(List<SerialRange> taken) {
        return taken.size() > LotChoice.LOTS_MAX
                        || givingWay().stream().anyMatch(each -> isTooMany(each.serials(), taken))
                ? new LotChoice.Refused(LOTS_TOO_MANY)
                : new LotChoice.Chosen(taken);
    }

    private static boolean isTooMany(SerialSet serials, List<SerialRange> taken) {
        return serials.without(SerialSet.of(taken)).ranges().size() > ClaimLimits.SERIAL_RANGES_MAX;
    }
}
