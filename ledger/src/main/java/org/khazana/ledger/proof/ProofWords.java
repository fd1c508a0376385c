package org.khazana.ledger.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.words.AmountWords;
import org.khazana.ledger.words.ReceiptWords;
import org.khazana.ledger.words.TransactionWords;

/** Says what was proved: where and when, who asked for what, what became of it. */
final class ProofWords {
    private ProofWords() {}

    static List<String> of(Verdict.Proved proved) {
        Receipt receipt = proved.receipt();
        List<String> lines = new ArrayList<>();
        lines.add("Block " + receipt.height() + " of network " + proved.header().chainId() + ", "
                + Instant.ofEpochMilli(receipt.blockTimeMillis()) + ", position " + receipt.position() + " among "
                + proved.header().transactionCount() + " transactions: " + receipt.transactionId());
        proved.body()
                .ifPresentOrElse(
                        body -> lines.addAll(TransactionWords.of(body)),
                        () -> lines.add("An envelope that was no transaction."));
        lines.addAll(ReceiptWords.of(receipt));
        return lines;
    }

    static List<String> of(CertifiedVerdict.Settlement proved) {
        List<String> lines = new ArrayList<>(of(proved.settlement()));
        lines.addAll(certification(proved.vouched()));
        lines.add(asOf(
                Instant.ofEpochMilli(proved.settlement().header().timeMillis()).toString()));
        return lines;
    }

    static List<String> of(CertifiedVerdict.Balance proved) {
        Head head = proved.vouched().head();
        Position position = proved.position();
        List<String> lines = new ArrayList<>();
        lines.add("After block " + head.height() + " of network " + head.chainId() + ":");
        lines.add("Account " + position.account() + " holds "
                + (isNothing(position)
                        ? "none of " + position.asset() + "."
                        : AmountWords.of(position.asset(), position.quantity()) + ", of which "
                                + AmountWords.grouped(position.encumbered()) + " encumbered."));
        lines.addAll(certification(proved.vouched()));
        lines.add(asOf("block " + head.height()));
        return lines;
    }

    static List<String> of(CertifiedVerdict.WholeRegister proved) {
        Head head = proved.vouched().head();
        Register register = proved.register();
        int accounts = register.positions().size();
        List<String> lines = new ArrayList<>();
        lines.add("After block " + head.height() + " of network " + head.chainId() + ":");
        lines.add(AmountWords.of(register.asset(), register.outstanding()) + " are outstanding, "
                + AmountWords.grouped(register.encumbered()) + " of them encumbered.");
        lines.add(
                accounts == 1
                        ? "1 account holds all of them; no position is left out."
                        : AmountWords.grouped(accounts) + " accounts hold all of them; no position is left out.");
        lines.addAll(certification(proved.vouched()));
        lines.add(asOf("block " + head.height()));
        return lines;
    }

    private static boolean isNothing(Position position) {
        return position.quantity() == 0 && position.encumbered() == 0;
    }

    static List<String> certification(Vouched vouched) {
        Head certified = vouched.certified();
        List<String> lines = new ArrayList<>();
        lines.add("Certified by " + vouched.signers().size() + " of the " + vouched.voterCount() + " validators of "
                + (certified.epoch() == 0
                        ? "the genesis"
                        : "epoch " + certified.epoch() + ", appointed step by step from the genesis on")
                + ", who have signed "
                + (certified.equals(vouched.head())
                        ? "what this block came to:"
                        : "what block " + certified.height() + " came to, and so all blocks before:"));
        vouched.signers().stream()
                .sorted(Comparator.comparing(Validator::id))
                .forEach(signer -> lines.add("  " + signer.id() + ", of " + signer.organisation()));
        if (vouched.newestEpoch() > 0) {
            lines.add(
                    "The newest validators that the proof knows of are those of epoch " + vouched.newestEpoch() + ".");
        }
        return lines;
    }

    static String asOf(String moment) {
        return "As of " + moment + "; what came later is not looked at.";
    }
}
