package org.khazana.api.json;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadCodec;
import org.khazana.ledger.finality.MalformedHead;
import org.khazana.ledger.proof.CertifiedSettlementProof;
import org.khazana.ledger.proof.SettlementProof;

/**
 * A certified settlement proof as a file: its parts in base64, each in its one byte form. Layout: {@code docs/proofs.md}.
 *
 * @param type {@link #TYPE}
 * @param heads from that of the block up to, and without, the certified one
 */
public record CertifiedSettlementProofJson(
        String type,
        String header,
        String envelope,
        String envelopePath,
        String receipt,
        String receiptPath,
        List<String> heads,
        String certificate) {
    public static final String TYPE = "khazana/certified-settlement-proof/1";

    /** Most bytes of a file. */
    public static final int FILE_BYTES_MAX = SettlementProofJson.FILE_BYTES_MAX;

    public CertifiedSettlementProofJson {
        heads = List.copyOf(heads);
    }

    public static CertifiedSettlementProofJson of(CertifiedSettlementProof proof) {
        SettlementProofJson settlement = SettlementProofJson.of(proof.settlement());
        return new CertifiedSettlementProofJson(
                TYPE,
                settlement.header(),
                settlement.envelope(),
                settlement.envelopePath(),
                settlement.receipt(),
                settlement.receiptPath(),
                proof.heads().stream()
                        .map(HeadCodec::encode)
                        .map(Base64Fields::write)
                        .toList(),
                Base64Fields.write(HeadCodec.encode(proof.certificate())));
    }

    /**
     * Reads a whole file. Whether it proves anything is not asked here.
     *
     * @throws MalformedJson if it is longer than {@link #FILE_BYTES_MAX}, or no JSON
     * @throws InvalidRequest with all mistakes, if the JSON is no certified settlement proof
     */
    public static CertifiedSettlementProof read(byte[] file) {
        if (file.length > FILE_BYTES_MAX) {
            throw new MalformedJson("a settlement proof has at most " + FILE_BYTES_MAX + " bytes");
        }
        Mistakes mistakes = new Mistakes();
        Fields fields = Fields.of(StrictJson.readFile(file), mistakes);
        Base64Fields.isType(fields, TYPE);
        Optional<SettlementProof> settlement = SettlementProofJson.readParts(fields);
        Optional<List<Head>> heads = Base64Fields.readList(
                fields,
                "heads",
                CertifiedSettlementProof.HEADS_MAX,
                HeadCodec.HEAD_BYTES,
                CertifiedSettlementProofJson::head,
                "must be the base64 of the bytes of a head");
        Optional<Certificate> certificate = Base64Fields.read(
                fields,
                "certificate",
                HeadCodec.CERTIFICATE_BYTES_MAX,
                CertifiedSettlementProofJson::certificate,
                "must be the base64 of the bytes of a certificate");
        fields.end();
        mistakes.throwIfAny();
        return new CertifiedSettlementProof(settlement.orElseThrow(), heads.orElseThrow(), certificate.orElseThrow());
    }

    private static Head head(byte[] bytes) {
        try {
            return HeadCodec.decodeHead(bytes);
        } catch (MalformedHead wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    private static Certificate certificate(byte[] bytes) {
        try {
            return HeadCodec.decodeCertificate(bytes);
        } catch (MalformedHead wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }
}
