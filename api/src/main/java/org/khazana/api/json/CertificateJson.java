package org.khazana.api.json;

import java.util.List;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadCodec;
import org.khazana.ledger.finality.HeadSignature;

/**
 * What enough validators have signed; hashes in hexadecimal. Layouts: {@code docs/proofs.md}.
 *
 * @param headHash hash of the head
 * @param previous hash of the head before
 * @param bytes the certificate in its byte form, base64
 */
public record CertificateJson(
        String chainId,
        long epoch,
        long height,
        String blockHash,
        String stateRoot,
        String receiptsRoot,
        String previous,
        String headHash,
        List<SignatureJson> signatures,
        String bytes) {

    public CertificateJson {
        signatures = List.copyOf(signatures);
    }

    /**
     * By one validator.
     *
     * @param signingKey the key in hexadecimal, as in the list of validators
     * @param signature over the head's signing bytes, base64
     */
    public record SignatureJson(String signingKey, String signature) {
        static SignatureJson of(HeadSignature signature) {
            return new SignatureJson(signature.key().toString(), Base64Fields.write(signature.signature()));
        }
    }

    public static CertificateJson of(Certificate certificate) {
        Head head = certificate.head();
        return new CertificateJson(
                head.chainId().toString(),
                head.epoch(),
                head.height(),
                head.blockHash().toString(),
                head.stateRoot().toString(),
                head.receiptsRoot().toString(),
                head.previous().toString(),
                head.hash().toString(),
                certificate.signatures().stream().map(SignatureJson::of).toList(),
                Base64Fields.write(HeadCodec.encode(certificate)));
    }
}
