package org.khazana.api.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.proof.AppointmentStep;
import org.khazana.ledger.proof.CertifiedSettlementProof;
import org.khazana.ledger.proof.SerialHistoryProof;
import org.khazana.ledger.proof.SettlementProof;
import org.khazana.ledger.proof.Testimony;
import org.khazana.ledger.statetree.StateProof;

/**
 * The history of one token as a file: its parts in base64, each in its one byte form. Layout: {@code docs/proofs.md}.
 *
 * @param type {@link #TYPE}
 * @param serial in decimal, since readers in other languages may not have numbers of 63 bits
 * @param lotFirst the least serial of the lot, in decimal
 * @param lot of the record of the lot
 * @param passages of the records that lead back from there, newest first
 * @param transactions by which it came into being and moved, oldest first
 * @param steps from the genesis to the newest validators, for all parts
 * @param heads from that of the state up to, and without, the certified one
 */
public record SerialHistoryProofJson(
        String type,
        String asset,
        String serial,
        String lotFirst,
        String lot,
        List<String> passages,
        List<TransactionJson> transactions,
        List<AppointmentStepJson> steps,
        List<String> heads,
        String certificate) {
    public static final String TYPE = "khazana/serial-history-proof/1";

    /** Enough for the base64 of {@link SerialHistoryProof#PARTS_BYTES_MAX}. */
    public static final int FILE_BYTES_MAX = RegisterStatementJson.FILE_BYTES_MAX;

    public SerialHistoryProofJson {
        passages = List.copyOf(passages);
        transactions = List.copyOf(transactions);
        steps = List.copyOf(steps);
        heads = List.copyOf(heads);
    }

    /**
     * A settlement proof and what makes the head of its block believed, but for the steps.
     *
     * @param heads from that of its block up to, and without, the certified one
     */
    public record TransactionJson(
            String header,
            String envelope,
            String envelopePath,
            String receipt,
            String receiptPath,
            List<String> heads,
            String certificate) {
        public TransactionJson {
            heads = List.copyOf(heads);
        }

        static TransactionJson of(CertifiedSettlementProof proof) {
            SettlementProofJson settlement = SettlementProofJson.of(proof.settlement());
            return new TransactionJson(
                    settlement.header(),
                    settlement.envelope(),
                    settlement.envelopePath(),
                    settlement.receipt(),
                    settlement.receiptPath(),
                    TestimonyFields.heads(proof.testimony()),
                    TestimonyFields.certificate(proof.testimony().certificate()));
        }
    }

    public static SerialHistoryProofJson of(SerialHistoryProof proof) {
        Testimony testimony = proof.testimony();
        return new SerialHistoryProofJson(
                TYPE,
                proof.asset().text(),
                Long.toString(proof.serial()),
                Long.toString(proof.lotFirst()),
                TestimonyFields.stateProof(proof.lot()),
                proof.passages().stream().map(TestimonyFields::stateProof).toList(),
                proof.transactions().stream().map(TransactionJson::of).toList(),
                TestimonyFields.steps(testimony),
                TestimonyFields.heads(testimony),
                TestimonyFields.certificate(testimony.certificate()));
    }

    /**
     * Reads a whole file. Whether it proves anything is not asked here.
     *
     * @throws MalformedJson if it is longer than {@link #FILE_BYTES_MAX}, or no JSON
     * @throws InvalidRequest with all mistakes, if the JSON is no history of a token
     */
    public static SerialHistoryProof read(byte[] file) {
        return CertifiedProofFile.read(file, FILE_BYTES_MAX, SerialHistoryProofJson::read);
    }

    static SerialHistoryProof read(Fields fields, Mistakes mistakes) {
        Base64Fields.isType(fields, TYPE);
        AssetCode asset = fields.asset("asset");
        Optional<Long> serial = DecimalFields.positive(fields, "serial");
        Optional<Long> lotFirst = DecimalFields.positive(fields, "lotFirst");
        Optional<StateProof> lot = TestimonyFields.readStateProof(fields, "lot");
        Optional<List<StateProof>> passages =
                TestimonyFields.readStateProofs(fields, "passages", SerialHistoryProof.PASSAGES_MAX);
        Optional<Testimony> testimony = TestimonyFields.read(fields);
        List<CertifiedSettlementProof> transactions = new ArrayList<>();
        for (Fields object :
                fields.objects("transactions", SerialHistoryProof.PASSAGES_MAX).orElse(List.of())) {
            transaction(object, testimony.map(Testimony::steps).orElse(List.of()))
                    .ifPresent(transactions::add);
        }
        fields.end();
        mistakes.throwIfAny();
        return new SerialHistoryProof(
                asset,
                serial.orElseThrow(),
                lotFirst.orElseThrow(),
                lot.orElseThrow(),
                passages.orElseThrow(),
                transactions,
                testimony.orElseThrow());
    }

    private static Optional<CertifiedSettlementProof> transaction(Fields object, List<AppointmentStep> steps) {
        Optional<SettlementProof> settlement = SettlementProofJson.readParts(object);
        Optional<List<Head>> heads = TestimonyFields.readHeads(object);
        Optional<Certificate> certificate = TestimonyFields.readCertificate(object);
        object.end();
        return settlement.isPresent() && heads.isPresent() && certificate.isPresent()
                ? Optional.of(new CertifiedSettlementProof(
                        settlement.get(), new Testimony(steps, heads.get(), certificate.get())))
                : Optional.empty();
    }
}
