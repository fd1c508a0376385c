package org.khazana.ledger.state;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.serial.SerialSet;

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

    /** Serials that may not leave the accounts that hold them. Nearly always there are none, which one look says. */
    public SerialSet restrictedSerials(AssetCode asset) {
        RestrictionTarget target = RestrictionTarget.ofSerials(asset);
        return view.restricted(target).numbers().isEmpty()
                ? SerialSet.NONE
                : SerialSet.of(on(target).stream()
                        .flatMap(restriction -> restriction.serials().ranges().stream())
                        .toList());
    }

    /** What keeps some of these tokens where they are; of ranges that are not sound nothing is said. In order of number. */
    public List<Restriction> restricting(AssetCode asset, List<SerialRange> serials) {
        List<SerialRange> sound = serials.stream().filter(SerialRange::isSound).toList();
        return sound.isEmpty()
                ? List.of()
                : on(RestrictionTarget.ofSerials(asset)).stream()
                        .filter(restriction -> sound.stream().anyMatch(restriction.serials()::overlaps))
                        .toList();
    }

    /**
     * Of one position, as far as restrictions of a number of units and of certain tokens go; whether it may move at all is another
     * question.
     */
    public Availability of(AccountId account, AssetCode asset) {
        return of(account, asset, Long.MAX_VALUE);
    }

    /**
     * How many tokens of the position are restricted by their serials; empty where nobody counts so many lots.
     *
     * @param others are not counted, as somebody else keeps them there already
     */
    public OptionalLong restrictedTokens(AccountId account, AssetCode asset, SerialSet others) {
        SerialSet serials = restrictedSerials(asset).without(others);
        return serials.isEmpty()
                ? OptionalLong.of(0)
                : RestrictedTokens.of(account, asset, serials, view).stream()
                        .mapToLong(RestrictedTokens::count)
                        .findFirst();
    }

    /**
     * Authorities hold back the same units; but tokens that one of them names are not what another one holds back without a name. Those
     * that an encumbrance names as well stay for that already.
     *
     * @param uncounted taken for restricted where nobody counts
     */
    private Availability of(AccountId account, AssetCode asset, long uncounted) {
        Position position = view.position(account, asset);
        long greatest = 0;
        for (Restriction restriction : on(RestrictionTarget.of(account, asset))) {
            greatest = Math.max(greatest, restriction.quantity().orElse(0L));
        }
        List<Encumbrance> encumbrances = encumbrancesOn(position);
        SerialSet setAside = serialsOf(encumbrances);
        long tokens = restrictedTokens(account, asset, setAside).orElse(uncounted);
        long restrained = greatest > Long.MAX_VALUE - tokens ? Long.MAX_VALUE : greatest + tokens;
        return new Availability(position.quantity(), sumOf(encumbrances), restrained, setAside);
    }

    /** Of one position, with everything that stops it. */
    public Availability ofAll(Account account, AssetCode asset) {
        return ofAll(account, asset, Long.MAX_VALUE);
    }

    /** The same without restricted tokens that nobody counts: what must hold wherever rules have counted at another moment. */
    public Availability ofAllCounted(Account account, AssetCode asset) {
        return ofAll(account, asset, 0);
    }

    private Availability ofAll(Account account, AssetCode asset, long uncounted) {
        Availability limited = of(account.id(), asset, uncounted);
        return stoppingDebit(account, asset).isEmpty()
                ? limited
                : new Availability(limited.quantity(), limited.encumbered(), Long.MAX_VALUE, limited.setAside());
    }

    /** All positions of an account that are not of nothing, in order of asset code, with everything that stops them. */
    public SortedMap<AssetCode, Availability> positions(Account account) {
        SortedMap<AssetCode, Availability> found = new TreeMap<>();
        for (Position position : view.positions(account.id())) {
            found.put(position.asset(), ofAll(account, position.asset()));
        }
        return found;
    }

    /**
     * Active ones on the owner, on the account or on one position in it, held or not, and on tokens in it as far as these are found;
     * the first {@code limit}.
     */
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
        for (Position position : view.positions(account.id())) {
            if (found.size() < limit) {
                found.addAll(ofTokens(account.id(), position.asset()));
            }
        }
        return found.stream().limit(limit).toList();
    }

    /** Active ones on all of the asset, then those on certain tokens of it, whoever holds them; each kind in order of number. */
    public List<Restriction> ofAsset(AssetCode asset) {
        return Stream.of(RestrictionTarget.of(asset), RestrictionTarget.ofSerials(asset))
                .map(this::on)
                .flatMap(List::stream)
                .toList();
    }

    private List<Restriction> ofTokens(AccountId account, AssetCode asset) {
        SerialSet serials = restrictedSerials(asset);
        return serials.isEmpty()
                ? List.of()
                : RestrictedTokens.of(account, asset, serials, view)
                        .map(tokens -> restricting(asset, tokens.ranges()))
                        .orElseGet(List::of);
    }

    /** Those on a position whose time is not over, in order of id. Where nothing is encumbered nothing is looked up. */
    public List<Encumbrance> encumbrancesOn(Position position) {
        return position.encumbered() == 0
                ? List.of()
                : view.encumbrancesOn(PositionKey.of(position)).stream()
                        .filter(encumbrance -> encumbrance.isLive(nowMillis))
                        .toList();
    }

    /** Which tokens of a position encumbrances name. */
    public SerialSet setAside(Position position) {
        return serialsOf(encumbrancesOn(position));
    }

    private static SerialSet serialsOf(List<Encumbrance> encumbrances) {
        List<SerialRange> ranges = new ArrayList<>(0);
        encumbrances.forEach(encumbrance -> ranges.addAll(encumbrance.serials().ranges()));
        return ranges.isEmpty() ? SerialSet.NONE : SerialSet.of(ranges);
    }

    private static long sumOf(List<Encumbrance> encumbrances) {
        return encumbrances.stream().mapToLong(Encumbrance::quantity).sum();
    }
}
