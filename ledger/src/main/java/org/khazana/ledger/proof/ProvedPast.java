package org.khazana.ledger.proof;

import static org.khazana.ledger.proof.Doubtful.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.LotKey;
import org.khazana.ledger.state.Passage;
import org.khazana.ledger.state.PassageId;
import org.khazana.ledger.state.SerialTrace;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.StatePath;
import org.khazana.ledger.statetree.StateProof;
import org.khazana.ledger.statetree.StateProofCheck;
import org.khazana.ledger.statetree.StateProofRefused;
import org.khazana.ledger.table.Table;

/**
 * Reads the past of a token out of one state. Its lot names the latest passage, and each passage the one before: whoever believes the state
 * sees every movement, since none can be passed over. Nothing is read before it is proved to stand there.
 */
final class ProvedPast {
    private final SerialHistoryProof proof;
    private final Head head;
    private final List<SerialTrace.Step> newestFirst = new ArrayList<>();

    private ProvedPast(SerialHistoryProof proof, Head head) {
        this.proof = proof;
        this.head = head;
    }

    /** @throws Doubtful at the first doubt */
    static SerialHistory of(SerialHistoryProof proof, Head head) throws Doubtful {
        return new ProvedPast(proof, head).read();
    }

    private SerialHistory read() throws Doubtful {
        Lot lot = lot();
        readPassages(SerialTrace.latest(lot, proof.serial()));
        checkHolder(lot);
        return new SerialHistory(proof.asset(), proof.serial(), newestFirst.reversed(), lot.holder());
    }

    private Lot lot() throws Doubtful {
        LotKey key = new LotKey(proof.asset(), proof.lotFirst());
        byte[] value = valueAt(Tables.LOTS, key, proof.lot())
                .orElseThrow(() -> new Doubtful(
                        Doubt.LOT_NOT_PROVED,
                        "the state is not shown to hold a lot from serial " + key.first() + " on"));
        Lot lot = value(Tables.LOTS, key, value)
                .filter(ProvedPast::isSound)
                .orElseThrow(() -> new Doubtful(Doubt.LOT_MALFORMED, "what stands in the state is not a lot"));
        require(
                lot.serials().includes(proof.serial()),
                Doubt.SERIAL_NOT_IN_LOT,
                "serial " + proof.serial() + " is none of the " + lot.length() + " from " + lot.first() + " on");
        return lot;
    }

    private void readPassages(SerialTrace.Cursor latest) throws Doubtful {
        Iterator<StateProof> records = proof.passages().iterator();
        Optional<SerialTrace.Cursor> next = Optional.of(latest);
        while (next.isPresent()) {
            PassageId id = next.get().passage();
            require(
                    records.hasNext(),
                    Doubt.HISTORY_NOT_BEGUN_BY_MINT,
                    "the history breaks off before the token came into being, at a passage of block " + id.height());
            next = before(passage(id, records.next()), next.get().serial());
        }
        require(!records.hasNext(), Doubt.HISTORY_BROKEN, "there are passages from before the token came into being");
    }

    private Passage passage(PassageId id, StateProof record) throws Doubtful {
        byte[] value = valueAt(Tables.PASSAGES, id, record)
                .orElseThrow(() -> new Doubtful(
                        Doubt.PASSAGE_NOT_PROVED,
                        "the state is not shown to hold the passage of block " + id.height() + " that comes next"));
        return value(Tables.PASSAGES, id, value)
                .filter(ProvedPast::isSound)
                .orElseThrow(() -> new Doubtful(Doubt.PASSAGE_MALFORMED, "what stands in the state is not a passage"));
    }

    /** Where to read on; notes the movement if this is one of the token. */
    private Optional<SerialTrace.Cursor> before(Passage passage, long serial) throws Doubtful {
        requireUnbroken(passage.asset().equals(proof.asset()), passage);
        Optional<SerialTrace.Step> found = SerialTrace.step(passage, serial);
        if (found.isEmpty()) {
            Optional<SerialTrace.Cursor> beside = SerialTrace.beside(passage, serial);
            requireUnbroken(beside.isPresent(), passage);
            return beside;
        }
        SerialTrace.Step step = found.get();
        require(
                passage.earlier().isPresent()
                        || (passage.from().isEmpty() && passage.to().isPresent()),
                Doubt.HISTORY_NOT_BEGUN_BY_MINT,
                "the history begins in block " + passage.id().height() + " with tokens that were there before");
        boolean isRenumbered = step.serialBefore() != step.serialAfter();
        requireUnbroken(passage.earlier().isEmpty() || passage.from().isPresent(), passage);
        requireUnbroken(
                isRenumbered == (passage.from().isPresent() && passage.from().equals(passage.to())), passage);
        requireUnbroken(
                newestFirst.isEmpty()
                        ? passage.id().height() <= head.height()
                        : step.serialAfter() == serial
                                && leadsTo(passage, newestFirst.getLast().passage()),
                passage);
        newestFirst.add(step);
        return SerialTrace.before(step);
    }

    /** Who received the token gave it next, later. */
    private static boolean leadsTo(Passage passage, Passage next) {
        return passage.id().compareTo(next.id()) < 0 && passage.to().equals(next.from());
    }

    private static void requireUnbroken(boolean holds, Passage passage) throws Doubtful {
        require(
                holds,
                Doubt.HISTORY_BROKEN,
                "the passage of block " + passage.id().height() + " does not lead to what came after it");
    }

    private void checkHolder(Lot lot) throws Doubtful {
        SerialTrace.Step newest = newestFirst.getFirst();
        boolean isRenumbered = newest.serialAfter() != proof.serial();
        Optional<AccountId> last =
                isRenumbered ? Optional.empty() : newest.passage().to();
        require(
                lot.holder().equals(last),
                Doubt.HOLDER_DIFFERENT,
                "the state says that " + named(lot.holder()) + " holds the token, but " + named(last)
                        + " received it last");
    }

    private static String named(Optional<AccountId> account) {
        return account.map(number -> "account " + number).orElse("nobody");
    }

    private <K extends Comparable<K>, V> Optional<byte[]> valueAt(Table<K, V> table, K key, StateProof record) {
        Hash root = head.stateRoot();
        try {
            return StateProofCheck.valueAt(root, StatePath.of(table.number(), table.keyBytes(key)), record);
        } catch (StateProofRefused refused) {
            return Optional.empty();
        }
    }

    /** Enough liars can certify any bytes; each record has one form. */
    private static <K extends Comparable<K>, V> Optional<V> value(Table<K, V> table, K key, byte[] bytes) {
        V value;
        try {
            value = table.readValue(key, bytes);
        } catch (IllegalStateException noValue) {
            return Optional.empty();
        }
        return Arrays.equals(table.valueBytes(value), bytes) ? Optional.of(value) : Optional.empty();
    }

    private static boolean isSound(Lot lot) {
        return lot.serials().isSound()
                && lot.holder().stream().allMatch(holder -> holder.number() > 0)
                && lot.tranche() > 0
                && lot.earliestTransferDay() >= 0
                && isSound(lot.passage());
    }

    private static boolean isSound(Passage passage) {
        return passage.serials().isSound()
                && passage.serialsBefore().isSound()
                && passage.from().stream().allMatch(account -> account.number() > 0)
                && passage.to().stream().allMatch(account -> account.number() > 0)
                && passage.blockTimeMillis() >= 0
                && passage.earlier().stream().allMatch(earlier -> isSound(earlier.passage()))
                && passage.below().stream().allMatch(ProvedPast::isSound)
                && passage.above().stream().allMatch(ProvedPast::isSound);
    }

    private static boolean isSound(PassageId id) {
        return id.height() >= 0 && id.position() >= 0 && id.ordinal() >= 0;
    }
}
