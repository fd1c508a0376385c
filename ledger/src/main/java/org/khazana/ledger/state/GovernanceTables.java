package org.khazana.ledger.state;

import java.util.List;
import org.khazana.ledger.authority.Parameter;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.Index;
import org.khazana.ledger.table.KeyForm;
import org.khazana.ledger.table.KeyWriter;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.ValueForm;
import org.khazana.ledger.transaction.TransactionId;

/** Tables of what is being decided, and of the system itself; a part of {@link Tables}. */
final class GovernanceTables {
    private static final KeyForm<DueKey<TransactionId>> DUE_MOTION = new KeyForm<>(
            entry -> new KeyWriter()
                    .number(entry.due())
                    .fixed(entry.key().hash().toBytes())
                    .done(),
            fields -> new DueKey<>(fields.number(), StateKeys.transaction(fields)));

    static final Index<OpenMotionKey, TransactionId, Motion> OPEN_MOTIONS = Index.of(
            16,
            "open-motion",
            StateKeys.OPEN_MOTION,
            OpenMotionKey::motion,
            motion -> motion.isOpen()
                    ? List.of(new OpenMotionKey(motion.mover(), motion.expiresAtMillis(), motion.id()))
                    : List.of());

    /** The open motions in the order in which they lapse. */
    static final Index<DueKey<TransactionId>, TransactionId, Motion> MOTIONS_LAPSING = Index.of(
            83,
            "motion-lapsing",
            DUE_MOTION,
            DueKey::key,
            motion -> motion.isOpen() ? List.of(new DueKey<>(motion.expiresAtMillis(), motion.id())) : List.of());

    static final Table<TransactionId, Motion> MOTIONS = new Table<>(
            15, "motion", StateKeys.TRANSACTION, new MotionForm(), Motion::id, List.of(OPEN_MOTIONS, MOTIONS_LAPSING));

    static final Table<PartyId, KeyThreshold> KEY_THRESHOLDS = new Table<>(
            17,
            "key-threshold",
            StateKeys.PARTY,
            ValueForm.of(
                    (threshold, fields) -> fields.small(threshold.weight()),
                    (party, fields) -> new KeyThreshold(party, fields.small())),
            KeyThreshold::party,
            List.of());

    static final Table<PartyId, KeyRecovery> RECOVERIES = new Table<>(
            18,
            "key-recovery",
            StateKeys.PARTY,
            ValueForm.of(
                    (recovery, fields) -> fields.fixed(recovery.key().toBytes())
                            .optional(recovery.person(), (person, form) -> form.fixed(person.toBytes()))
                            .number(recovery.readyAtMillis()),
                    (party, fields) -> new KeyRecovery(
                            party,
                            PublicKey.of(fields.fixed(PublicKey.BYTES)),
                            fields.optional(form -> Hash.of(form.fixed(Hash.BYTES))),
                            fields.number())),
            KeyRecovery::party,
            List.of());

    static final Table<Parameter, SetFigure> FIGURES = new Table<>(
            19,
            "parameter",
            StateKeys.PARAMETER,
            ValueForm.of(
                    (figure, fields) -> fields.number(figure.value()),
                    (parameter, fields) -> new SetFigure(parameter, fields.number())),
            SetFigure::parameter,
            List.of());

    static final Table<RegisterKey, Halt> HALT = new Table<>(
            60,
            "halt",
            StateKeys.REGISTER,
            ValueForm.of(
                    (halt, fields) -> fields.optional(halt.by(), (party, form) -> form.number(party.number()))
                            .text(halt.reason())
                            .number(halt.sinceMillis()),
                    (key, fields) -> new Halt(
                            fields.optional(form -> new PartyId(form.number())), fields.text(), fields.number())),
            halt -> RegisterKey.HALT,
            List.of());

    static final Table<RegisterKey, Protocol> PROTOCOL = new Table<>(
            61,
            "protocol",
            StateKeys.REGISTER,
            ValueForm.of(
                    (protocol, fields) -> fields.small(protocol.version())
                            .optional(
                                    protocol.next(),
                                    (next, form) -> form.small(next.version()).number(next.height())),
                    (key, fields) -> new Protocol(
                            fields.small(), fields.optional(form -> new Protocol.Next(form.small(), form.number())))),
            protocol -> RegisterKey.PROTOCOL,
            List.of());

    private GovernanceTables() {}
}
