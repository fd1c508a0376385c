package org.khazana.ledger.state;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.claim.EncumbranceKind;
import org.khazana.ledger.claim.RestrictionScope;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.Index;
import org.khazana.ledger.table.KeyForm;
import org.khazana.ledger.table.KeyReader;
import org.khazana.ledger.table.KeyWriter;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.ValueForm;

/** Tables of what others may demand of what somebody holds; a part of {@link Tables}. */
final class ClaimTables {
    private static final KeyForm<EncumbranceId> ENCUMBRANCE =
            new KeyForm<>(id -> encumbrance(new KeyWriter(), id).done(), ClaimTables::encumbrance);

    private static final KeyForm<EncumbranceOfPosition> ENCUMBRANCE_OF_POSITION = new KeyForm<>(
            entry -> encumbrance(
                            new KeyWriter()
                                    .number(entry.position().account().number())
                                    .padded(entry.position().asset().text(), AssetCode.LENGTH_MAX),
                            entry.encumbrance())
                    .done(),
            fields -> new EncumbranceOfPosition(StateKeys.POSITION.read().apply(fields), encumbrance(fields)));

    private static final KeyForm<DueKey<EncumbranceId>> DUE_ENCUMBRANCE = new KeyForm<>(
            entry -> encumbrance(new KeyWriter().number(entry.due()), entry.key())
                    .done(),
            fields -> new DueKey<>(fields.number(), encumbrance(fields)));

    private static final KeyForm<RestrictionTarget> RESTRICTION_TARGET = new KeyForm<>(
            target -> new KeyWriter()
                    .constant(target.scope())
                    .number(target.holder())
                    .padded(target.asset().map(AssetCode::text).orElse(""), AssetCode.LENGTH_MAX)
                    .done(),
            fields -> new RestrictionTarget(
                    fields.constant(RestrictionScope.class),
                    fields.number(),
                    Optional.of(fields.padded(AssetCode.LENGTH_MAX))
                            .filter(text -> !text.isEmpty())
                            .map(AssetCode::new)));

    static final Index<EncumbranceOfPosition, EncumbranceId, Encumbrance> ENCUMBRANCES_BY_POSITION = Index.of(
            51,
            "encumbrance-by-position",
            ENCUMBRANCE_OF_POSITION,
            EncumbranceOfPosition::encumbrance,
            encumbrance -> List.of(EncumbranceOfPosition.of(encumbrance)));

    /** Those that are for a time, in the order in which it is over. */
    static final Index<DueKey<EncumbranceId>, EncumbranceId, Encumbrance> ENCUMBRANCES_EXPIRING = Index.of(
            82,
            "encumbrance-expiring",
            DUE_ENCUMBRANCE,
            DueKey::key,
            encumbrance -> encumbrance.untilMillis().stream()
                    .map(until -> new DueKey<>(until, encumbrance.id()))
                    .toList());

    static final Table<EncumbranceId, Encumbrance> ENCUMBRANCES = new Table<>(
            50,
            "encumbrance",
            ENCUMBRANCE,
            new EncumbranceForm(),
            Encumbrance::id,
            List.of(ENCUMBRANCES_BY_POSITION, ENCUMBRANCES_EXPIRING));

    static final Table<Long, Pledge> PLEDGES =
            new Table<>(52, "pledge", StateKeys.NUMBER, new PledgeForm(), Pledge::number, List.of());

    static final Table<Long, Restriction> RESTRICTIONS =
            new Table<>(53, "restriction", StateKeys.NUMBER, new RestrictionForm(), Restriction::number, List.of());

    static final Table<RestrictionTarget, Restricted> RESTRICTED = new Table<>(
            54,
            "restricted",
            RESTRICTION_TARGET,
            ValueForm.of(
                    (restricted, fields) -> fields.list(restricted.numbers(), (number, form) -> form.number(number)),
                    (target, fields) -> new Restricted(target, fields.list(FieldReader::number))),
            Restricted::target,
            List.of());

    static final Table<Long, Order> ORDERS =
            new Table<>(55, "order", StateKeys.NUMBER, new OrderForm(), Order::number, List.of());

    private ClaimTables() {}

    private static KeyWriter encumbrance(KeyWriter fields, EncumbranceId id) {
        return fields.constant(id.kind()).number(id.number()).number(id.part());
    }

    private static EncumbranceId encumbrance(KeyReader fields) {
        return new EncumbranceId(
                fields.constant(EncumbranceKind.class), fields.number(), Math.toIntExact(fields.number()));
    }
}
