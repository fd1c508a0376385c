package org.khazana.api.json;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.proof.CertifiedSettlementProof;
import org.khazana.ledger.proof.SettlementProof;
import org.khazana.ledger.proof.Testimony;

/**
 * A certified settlement proof as a file: its parts in base64, each in its one byte form. Layout: {@code docs/proofs.md}.
 *
 * @param type {@link #TYPE}
 * @param steps from the genesis to the newest validators
 * @param heads from that of the block up to, and without, the certified one
 */
public record CertifiedSettlementProofJson(
        String type,
        String header,
        String envelope,
        String envelopePath,
        String receipt,
        String receiptPath,
        List<AppointmentStepJson> steps,
        List<String> heads,
        String certificate) {
    public static final String TYPE = "khazana/certified-settlement-proof/1";

    /** Most bytes of a file. */
    public static final int FILE_BYTES_MAX = SettlementProofJson.FILE_BYTES_MAX;

    public CertifiedSettlementProofJson {
        steps = List.copyOf(steps);
        heads = List.copyOf(heads);
    }

    public static CertifiedSettlementProofJson of(CertifiedSettlementProof proof) {
        SettlementProofJson settlement = SettlementProofJson.of(proof.settlement());
        Testimony testimony = proof.testimony();
        return new CertifiedSettlementProofJson(
                TYPE,
                settlement.header(),
                settlement.envelope(),
                settlement.envelopePath(),
                settlement.receipt(),
                settlement.receiptPath(),
                TestimonyFields.steps(testimony),
                TestimonyFields.heads(testimony),
                TestimonyFields.certificate(testimony.certificate()));
    }

    /**
     * Reads a whole file. Whether it proves anything is not asked here.
     *
     * @throws MalformedJson if it is longer than {@link #FILE_BYTES_MAX}, or no JSON
     * @throws InvalidRequest with all mistakes, if the JSON is no certified settlement proof
     */
    public static CertifiedSettlementProof read(byte[] file) {
        return CertifiedProofFile.read(file, CertifiedSettlementProofJson::read);
    }

    static CertifiedSettlementProof read(Fields fields, Mistakes mistakes) {
        Base64Fields.isType(fields, TYPE);
        Optional<SettlementProof> settlement = SettlementProofJson.readParts(fields);
        Optional<Testimony> testimony = TestimonyFields.read(fields);
        fields.end();
        mistakes.throwIfAny();
        return new CertifiedSettlementProof(settlement.orElseThrow(), testimony.orElseThrow());
    }
}
