package org.khazana.node.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.khazana.api.json.JsonText;
import org.khazana.api.json.ReceiptJson.PostingJson;
import org.khazana.config.check.ClusterFolder;
import org.khazana.config.file.NewFile;
import org.khazana.config.file.UnreadableFile;
import org.khazana.ledger.proof.CertifiedVerdict;
import org.khazana.node.proof.ProofFile;
import org.khazana.node.supervision.ValidatorNode;

/** One trade, and what its buyer holds then, are proved to somebody who has the genesis file and asks no validator. */
final class Conviction {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Validators validators;
    private final ClusterFolder network;
    private final Path settlement;
    private final Path balance;
    private final Narrator narrator;

    Conviction(Validators validators, ClusterFolder network, Path folder, Narrator narrator) {
        this.validators = validators;
        this.network = network;
        this.settlement = folder.resolve("settlement-proof.json");
        this.balance = folder.resolve("balance-proof.json");
        this.narrator = narrator;
    }

    /** Fetches the proofs, writes them and checks them, as {@code khazana proof} and {@code khazana verify} do. */
    void tell(Acknowledged trade, ValidatorNode asked) throws InterruptedException {
        narrator.chapter("A trade is proved to somebody who believes no validator");
        write(settlement, validators.proof(trade.id(), PATIENCE));
        narrator.say("The proof of transaction " + Figures.shortHash(trade.id()) + " is written to " + settlement + ".");
        tellWhatIsProvedBy(settlement);
        PostingJson bought = trade.bought();
        write(
                balance,
                validators.balanceProof(
                        bought.account(), bought.asset(), trade.receipt().height(), PATIENCE));
        narrator.say("The proof of what account " + bought.account() + ", the buyer's, holds then is written to "
                + balance + ".");
        requireHolding(bought, tellWhatIsProvedBy(balance));
        narrator.say("The same again, the last two commands on any machine that has the files:");
        String genesis = " --genesis " + network.genesisFile().path();
        narrator.show("khazana proof " + trade.id() + " --url " + asked.url() + " --out again.json");
        narrator.show("khazana proof --account " + bought.account() + " --asset " + bought.asset() + " --url "
                + asked.url() + " --out balance.json");
        narrator.show("khazana verify again.json" + genesis);
        narrator.show("khazana verify balance.json" + genesis);
        narrator.say("Or in a browser, which checks them itself: " + asked.url() + "/verify");
    }

    /** The receipt has said it, and the state of that block must say the same. */
    private static void requireHolding(PostingJson bought, CertifiedVerdict.Proved proved) {
        boolean isSame = proved instanceof CertifiedVerdict.Balance(var position, var vouched)
                && position.account().number() == bought.account()
                && Long.toString(position.quantity()).equals(bought.after());
        if (!isSame) {
            throw new DemoFailed("the receipt says " + bought + ", but it is proved that " + proved.words());
        }
    }

    private CertifiedVerdict.Proved tellWhatIsProvedBy(Path file) {
        CertifiedVerdict.Proved proved = proved(file);
        narrator.say("Checked offline, with that file and genesis.json alone:");
        proved.words().forEach(narrator::show);
        return proved;
    }

    private static void write(Path file, Object proof) {
        try {
            NewFile.write(file, new String(JsonText.write(proof), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private CertifiedVerdict.Proved proved(Path file) {
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
