package org.khazana.api.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadCodec;
import org.khazana.ledger.finality.MalformedHead;
import org.khazana.ledger.proof.AppointmentStep;
import org.khazana.ledger.proof.Testimony;
import org.khazana.ledger.statetree.StateProof;
import org.khazana.ledger.statetree.StateProofCodec;
import org.khazana.ledger.statetree.StateProofRefused;

/** The three fields by which every certified proof shows that a head is to be believed. Layout: {@code docs/proofs.md}. */
final class TestimonyFields {
    /** Most bytes of a proof of one record in a file. */
    static final int STATE_PROOF_BYTES_MAX = 64 * 1024;

    private static final String STATE_PROOF_RULE = "must be the base64 of the bytes of a state proof";

    private TestimonyFields() {}

    static List<AppointmentStepJson> steps(Testimony testimony) {
        return testimony.steps().stream()
                .map(step -> new AppointmentStepJson(
                        certificate(step.certificate()), stateProof(step.validators()), stateProof(step.newest())))
                .toList();
    }

    static List<String> heads(Testimony testimony) {
        return testimony.heads().stream()
                .map(HeadCodec::encode)
                .map(Base64Fields::write)
                .toList();
    }

    static String certificate(Certificate certificate) {
        return Base64Fields.write(HeadCodec.encode(certificate));
    }

    static String stateProof(StateProof proof) {
        return Base64Fields.write(StateProofCodec.encode(proof));
    }

    /** Reads the three fields out of an object that may have more; empty after a mistake, which is noted. */
    static Optional<Testimony> read(Fields fields) {
        Optional<List<AppointmentStep>> steps = readSteps(fields);
        Optional<List<Head>> heads = readHeads(fields);
        Optional<Certificate> certificate = readCertificate(fields);
        return steps.isPresent() && heads.isPresent() && certificate.isPresent()
                ? Optional.of(new Testimony(steps.get(), heads.get(), certificate.get()))
                : Optional.empty();
    }

    static Optional<List<Head>> readHeads(Fields fields) {
        return Base64Fields.readList(
                fields,
                "heads",
                Testimony.HEADS_MAX,
                HeadCodec.HEAD_BYTES,
                TestimonyFields::head,
                "must be the base64 of the bytes of a head");
    }

    private static Optional<List<AppointmentStep>> readSteps(Fields fields) {
        Optional<List<Fields>> objects = fields.objects("steps", Testimony.STEPS_MAX);
        if (objects.isEmpty()) {
            return Optional.empty();
        }
        List<AppointmentStep> steps = new ArrayList<>();
        objects.get().forEach(object -> readStep(object).ifPresent(steps::add));
        return steps.size() == objects.get().size() ? Optional.of(steps) : Optional.empty();
    }

    private static Optional<AppointmentStep> readStep(Fields fields) {
        Optional<Certificate> certificate = readCertificate(fields);
        Optional<StateProof> validators = readStateProof(fields, "validators");
        Optional<StateProof> newest = readStateProof(fields, "newest");
        fields.end();
        return certificate.isPresent() && validators.isPresent() && newest.isPresent()
                ? Optional.of(new AppointmentStep(certificate.get(), validators.get(), newest.get()))
                : Optional.empty();
    }

    static Optional<Certificate> readCertificate(Fields fields) {
        return Base64Fields.read(
                fields,
                "certificate",
                HeadCodec.CERTIFICATE_BYTES_MAX,
                TestimonyFields::certificate,
                "must be the base64 of the bytes of a certificate");
    }

    /** Reads the proof of one record; empty after a mistake, which is noted. */
    static Optional<StateProof> readStateProof(Fields fields, String name) {
        return Base64Fields.read(fields, name, STATE_PROOF_BYTES_MAX, TestimonyFields::stateProof, STATE_PROOF_RULE);
    }

    /** Reads a list of proofs of one record each; empty after a mistake, which is noted. */
    static Optional<List<StateProof>> readStateProofs(Fields fields, String name, int countMax) {
        return Base64Fields.readList(
                fields, name, countMax, STATE_PROOF_BYTES_MAX, TestimonyFields::stateProof, STATE_PROOF_RULE);
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

    private static StateProof stateProof(byte[] bytes) {
        try {
            return StateProofCodec.decode(bytes);
        } catch (StateProofRefused wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }
}
