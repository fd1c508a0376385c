package org.khazana.node.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.api.port.ProofAnswer;
import org.khazana.api.port.SerialHistoryAnswer;
import org.khazana.ledger.finality.HeadCodec;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.proof.CertifiedSettlementProof;
import org.khazana.ledger.proof.PastRecords;
import org.khazana.ledger.proof.SerialHistoryProof;
import org.khazana.ledger.proof.SettlementProofLayout;
import org.khazana.ledger.proof.Testimony;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.Passage;
import org.khazana.ledger.state.SerialTrace;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.StateProof;
import org.khazana.ledger.statetree.StateProofCodec;
import org.khazana.storage.state.LedgerStore;

/** Puts together what proves all that happened to a token, up to the newest block that is certified. Any thread. */
final class HistoryMaker {
    /** How many lots below the newest one are tried: trading in the few blocks that are not certified yet cuts lots from below. */
    private static final int LOTS_TRIED_MAX = 64;

    private final LedgerStore store;
    private final TestimonyMaker testimonies;
    private final ProofMaker proofs;

    /** @param proofs makes those of the transactions */
    HistoryMaker(LedgerStore store, ProofMaker proofs) {
        this.store = store;
        this.testimonies = new TestimonyMaker(store);
        this.proofs = proofs;
    }

    SerialHistoryAnswer of(AssetCode asset, long serial) {
        long height = store.certifiedHeight();
        List<Lot> candidates = candidates(asset, serial);
        if (candidates.isEmpty()) {
            return new SerialHistoryAnswer.NotKnown();
        }
        for (Lot candidate : candidates) {
            Optional<StateProof> record = store.recordAt(height, Tables.LOTS, candidate.key());
            if (record.isEmpty()) {
                return stateNotKept(height);
            }
            if (record.get().claim() instanceof StateProof.Present present) {
                Lot lot = Tables.LOTS.readValue(candidate.key(), present.value());
                if (lot.serials().includes(serial)) {
                    return of(new ProvedLot(lot, record.get(), height), serial);
                }
            }
        }
        return new SerialHistoryAnswer.NotCertified(
                "token " + asset + "/" + serial + " moved, or tokens beside it did, after block " + height
                        + ", which is the newest that is certified as far as this node knows");
    }

    /** Where the lot may begin that had the serial a few blocks ago, the likeliest first. */
    private List<Lot> candidates(AssetCode asset, long serial) {
        return store.read(state -> {
            List<Lot> lots = new ArrayList<>();
            Optional<Lot> next = state.lot(asset, serial);
            while (next.isPresent() && lots.size() < LOTS_TRIED_MAX) {
                lots.add(next.get());
                next = state.lotEndingAt(asset, next.get().first());
            }
            return lots;
        });
    }

    private record ProvedLot(Lot lot, StateProof record, long height) {}

    private SerialHistoryAnswer of(ProvedLot proved, long serial) {
        PastRecords.Outcome past =
                PastRecords.gather(proved.lot(), serial, id -> store.recordAt(proved.height(), Tables.PASSAGES, id));
        return switch (past) {
            case PastRecords.Outcome.Missing missing -> stateNotKept(proved.height());
            case PastRecords.Outcome.TooMany tooMany ->
                new SerialHistoryAnswer.NotProvable("more than " + SerialHistoryProof.PASSAGES_MAX
                        + " movements lead from it, or from tokens of its lot, to where it came into being");
            case PastRecords.Outcome.Whole whole -> of(proved, serial, whole);
        };
    }

    private SerialHistoryAnswer of(ProvedLot proved, long serial, PastRecords.Outcome.Whole past) {
        TestimonyMaker.Walk walk = testimonies.walk();
        List<CertifiedSettlementProof> transactions = new ArrayList<>();
        long bytes = bytesOf(walk) + bytesOf(past.passages());
        for (List<SerialTrace.Step> movements : past.history().byTransaction()) {
            Passage passage = movements.getFirst().passage();
            Optional<Receipt> receipt = store.read(state -> state.receipt(passage.transaction()));
            if (receipt.isEmpty()) {
                return new SerialHistoryAnswer.BlockNotKept(passage.id().height());
            }
            switch (proofs.of(receipt.get(), walk)) {
                case ProofAnswer.Proof(var settled) -> {
                    transactions.add(settled);
                    bytes = Math.addExact(bytes, bytesOf(settled));
                }
                case ProofAnswer.NotKept(long height) -> {
                    return new SerialHistoryAnswer.BlockNotKept(height);
                }
                case ProofAnswer.NotCertified(String why) -> {
                    return new SerialHistoryAnswer.NotCertified(why);
                }
                case ProofAnswer.NotProvable(String why) -> {
                    return new SerialHistoryAnswer.NotProvable(why);
                }
                case ProofAnswer.NotKnown notKnown -> {
                    return new SerialHistoryAnswer.BlockNotKept(passage.id().height());
                }
            }
            if (bytes > SerialHistoryProof.PARTS_BYTES_MAX) {
                return new SerialHistoryAnswer.NotProvable("its parts come to more than the "
                        + SerialHistoryProof.PARTS_BYTES_MAX + " bytes for which a file has room");
            }
        }
        return switch (testimonies.of(proved.height(), walk)) {
            case TestimonyMaker.Outcome.Made(Testimony testimony) ->
                new SerialHistoryAnswer.Proof(new SerialHistoryProof(
                        proved.lot().asset(),
                        serial,
                        proved.lot().first(),
                        proved.record(),
                        past.passages(),
                        transactions,
                        testimony));
            case TestimonyMaker.Outcome.NotCertified(String why) -> new SerialHistoryAnswer.NotCertified(why);
            case TestimonyMaker.Outcome.HeadNotKept(long missing) -> stateNotKept(missing);
            case TestimonyMaker.Outcome.Impossible(String why) -> new SerialHistoryAnswer.NotProvable(why);
        };
    }

    private static long bytesOf(CertifiedSettlementProof settled) {
        return SettlementProofLayout.encode(settled.settlement()).length
                + (long) settled.testimony().heads().size() * HeadCodec.HEAD_BYTES
                + HeadCodec.CERTIFICATE_BYTES_MAX;
    }

    private static long bytesOf(TestimonyMaker.Walk walk) {
        return walk.steps().stream()
                .mapToLong(step -> HeadCodec.CERTIFICATE_BYTES_MAX + bytesOf(List.of(step.validators(), step.newest())))
                .sum();
    }

    private static long bytesOf(List<StateProof> records) {
        return records.stream()
                .mapToLong(record -> StateProofCodec.encode(record).length)
                .sum();
    }

    private static SerialHistoryAnswer stateNotKept(long height) {
        return new SerialHistoryAnswer.StateNotKept("this node does not keep what the state was after block " + height);
    }
}
