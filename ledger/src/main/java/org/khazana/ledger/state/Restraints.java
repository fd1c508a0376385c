package org.khazana.ledger.state;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;

/**
 * What keeps units where they are, at one moment. A restriction or an encumbrance whose time is over counts for nothing, whether
 * somebody has cleared it away or not.
 *
 * @param nowMillis milliseconds since 1970 UTC
 */
public record Restraints(LedgerView view, long nowMillis) {
    /** Of what authorities say about that asset in that account, what stops all that would leave. In order of target, then number. */
    public List<Restriction> stoppingDebit(Account account, AssetCode asset) {
        return bearingOn(
                account,
                asset,
                restriction -> restriction.isWhole() && restriction.blocks().stopsDebit());
    }

    /** What stops all that would come in. */
    public List<Restriction> stoppingCredit(Account account, AssetCode asset) {
        return bearingOn(account, asset, restriction -> restriction.blocks().stopsCredit());
    }

    private List<Restriction> bearingOn(Account account, AssetCode asset, Predicate<Restriction> kind) {
        List<Restriction> found = new ArrayList<>(0);
        for (RestrictionTarget target : RestrictionTarget.bearingOn(account, asset)) {
            for (Restriction restriction : on(target)) {
                if (kind.test(restriction)) {
                    found.add(restriction);
                }
            }
        }
        return found;
    }

    /** Those that are active. No stream, as every movement asks seven times, and mostly there is none. */
    public List<Restriction> on(RestrictionTarget target) {
        List<Long> numbers = view.restricted(target).numbers();
        if (numbers.isEmpty()) {
            return List.of();
        }
        return numbers.stream()
                .map(number -> view.restriction(number).orElseThrow())
                .filter(restriction -> restriction.isActive(nowMillis))
                .toList();
    }

    /** Of one position, as far as restrictions of a number of units go; whether it may move at all is another question. */
    public Availability of(AccountId account, AssetCode asset) {
        Position position = view.position(account, asset);
        long restrained = 0;
        for (Restriction restriction : on(RestrictionTarget.of(account, asset))) {
            restrained = Math.max(restrained, restriction.quantity().orElse(0L));
        }
        return new Availability(position.quantity(), encumbered(position), restrained);
    }

    /** Of one position, with everything that stops it. */
    public Availability ofAll(Account account, AssetCode asset) {
        Availability limited = of(account.id(), asset);
        return stoppingDebit(account, asset).isEmpty()
                ? limited
                : new Availability(limited.quantity(), limited.encumbered(), Long.MAX_VALUE);
    }

    /** All positions of an account that are not of nothing, in order of asset code, with everything that stops them. */
    public SortedMap<AssetCode, Availability> positions(Account account) {
        SortedMap<AssetCode, Availability> found = new TreeMap<>();
        for (Position position : view.positions(account.id())) {
            found.put(position.asset(), ofAll(account, position.asset()));
        }
        return found;
    }

    /** Active ones on the owner, on the account or on one position in it, held or not; the first {@code limit}. */
    public List<Restriction> ofAccount(Account account, int limit) {
        List<Restriction> found = new ArrayList<>();
        Stream.of(RestrictionTarget.of(account.owner()), RestrictionTarget.of(account.id()))
                .map(this::on)
                .forEach(found::addAll);
        RestrictionTarget first = RestrictionTarget.of(account.id(), AssetCode.LEAST);
        view.scan(Tables.RESTRICTED, first, (target, restricted) -> {
            boolean isOfAccount = target.scope() == first.scope() && target.holder() == first.holder();
            if (isOfAccount) {
                found.addAll(on(target));
            }
            return isOfAccount && found.size() < limit;
        });
        return found.stream().limit(limit).toList();
    }

    private long encumbered(Position position) {
        if (position.encumbered() == 0) {
            return 0;
        }
        long expired = view.encumbrancesOn(PositionKey.of(position)).stream()
                .filter(encumbrance -> !encumbrance.isLive(nowMillis))
                .mapToLong(Encumbrance::quantity)
                .sum();
        return position.encumbered() - expired;
    }
}
