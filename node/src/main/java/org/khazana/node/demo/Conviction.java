package org.khazana.node.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.khazana.api.json.JsonText;
import org.khazana.config.check.ClusterFolder;
import org.khazana.config.file.NewFile;
import org.khazana.config.file.UnreadableFile;
import org.khazana.ledger.proof.CertifiedVerdict;
import org.khazana.node.proof.ProofFile;
import org.khazana.node.supervision.ValidatorNode;

/** One trade is proved to somebody who has the genesis file and asks no validator. */
final class Conviction {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Validators validators;
    private final ClusterFolder network;
    private final Path file;
    private final Narrator narrator;

    Conviction(Validators validators, ClusterFolder network, Path folder, Narrator narrator) {
        this.validators = validators;
        this.network = network;
        this.file = folder.resolve("proof.json");
        this.narrator = narrator;
    }

    /** Fetches the proof, writes it and checks it, as {@code khazana proof} and {@code khazana verify} do. */
    void tell(Acknowledged trade, ValidatorNode asked) throws InterruptedException {
        narrator.chapter("A trade is proved to somebody who believes no validator");
        write(new String(JsonText.write(validators.proof(trade.id(), PATIENCE)), StandardCharsets.UTF_8));
        narrator.say("The proof of transaction " + Figures.shortHash(trade.id()) + " is written to " + file + ".");
        CertifiedVerdict.Proved proved = proved();
        narrator.say("Checked offline, with that file and genesis.json alone:");
        proved.words().forEach(narrator::show);
        narrator.say("The same again, the second command on any machine that has the two files:");
        narrator.show("khazana proof " + trade.id() + " --url " + asked.url() + " --out again.json");
        narrator.show(
                "khazana verify again.json --genesis " + network.genesisFile().path());
    }

    private void write(String proof) {
        try {
            NewFile.write(file, proof);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private CertifiedVerdict.Proved proved() {
        try {
            return switch (ProofFile.read(file).check(network.genesisFile())) {
                case CertifiedVerdict.Proved proved -> proved;
                case CertifiedVerdict.Doubted doubted ->
                    throw new DemoFailed(file + " proves nothing: " + doubted.sentence());
            };
        } catch (UnreadableFile e) {
            throw new DemoFailed(file + " " + e.wrong(), e);
        }
    }
}
