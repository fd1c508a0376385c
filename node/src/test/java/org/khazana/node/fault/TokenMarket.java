package org.khazana.node.fault;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.instrument.Denomination;
import org.khazana.ledger.instrument.Term;
import org.khazana.ledger.instrument.UnitLimits;
import org.khazana.ledger.operation.CreateBill;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.wire.TransactionCodec;
import org.khazana.node.acceptance.TestNetwork;
import org.khazana.simulation.linearizability.AccountAction;

/** Some bills, each with a few tokens among four accounts: so few that transfers are often refused. */
final class TokenMarket {
    static final long TOKENS_OF_EACH = 60;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long MINISTRY = 1;

    private final TestNetwork network;
    private final Observations observations;

    TokenMarket(TestNetwork network, Observations observations) {
        this.network = network;
        this.observations = observations;
    }

    /** A transaction with its id, signed. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record Signed(String id, byte[] envelope, AccountAction action) {}

    /**
     * Defines bills and issues their tokens to the dealer.
     *
     * @param series keeps the bills of several markets in one network apart, 0 to 99,999
     */
    List<AssetCode> open(int series, int bills) {
        return IntStream.range(0, bills)
                .mapToObj(bill -> "PK%05d%03d0".formatted(series, bill))
                .map(TokenMarket::withCheckDigit)
                .peek(this::define)
                .toList();
    }

    private void define(AssetCode isin) {
        int today = Math.toIntExact(LocalDate.now(ZoneOffset.ofHours(5)).toEpochDay());
        Operation definition = CreateBill.registeredHere(
                isin,
                "Bill",
                new Denomination(new AssetCode("PKR"), 500_000),
                new Term(today, today + 364),
                new UnitLimits(TOKENS_OF_EACH, 1, 1));
        network.anyOfThem()
                .submit(network.envelope(network.body(MINISTRY, definition), "ministry", "central-bank"), PATIENCE);
        Signed issue = signed(
                MINISTRY,
                new IssueTokens(isin, Purse.DEALER.account(), TOKENS_OF_EACH),
                new AccountAction.Issue(isin.text(), Purse.DEALER.name(), TOKENS_OF_EACH),
                "ministry",
                "central-bank");
        long call = observations.submits("ministry", issue.id(), issue.action());
        observations.gotReceipt(call, network.anyOfThem().submit(issue.envelope(), PATIENCE));
    }

    Signed transfer(AssetCode isin, Purse from, Purse to, long quantity) {
        return signed(
                from.sender(),
                new TransferTokens(isin, from.account(), to.account(), quantity),
                new AccountAction.Transfer(isin.text(), from.name(), to.name(), quantity),
                from.signer());
    }

    private Signed signed(long sender, Operation operation, AccountAction action, String... signers) {
        TransactionBody body = network.body(sender, operation);
        String id = TransactionCodec.idOf(network.chain(), TransactionCodec.encodeBody(body))
                .toString();
        return new Signed(id, network.envelope(body, signers), action);
    }

    /** Adds the digit that ISO 6166 asks for. */
    private static AssetCode withCheckDigit(String elevenCharacters) {
        String digits = elevenCharacters
                .chars()
                .mapToObj(character -> String.valueOf(Character.digit(character, 36)))
                .reduce("", String::concat);
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            int weighted = fromRight % 2 == 0 ? 2 * digit : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return new AssetCode(elevenCharacters + (10 - sum % 10) % 10);
    }

    /** What an account held of an asset, as a validator tells it; 0 when it names nothing. */
    static long quantityOf(String isin, Stream<org.khazana.api.json.AccountJson.PositionJson> positions) {
        return positions
                .filter(position -> position.asset().equals(isin))
                .mapToLong(position -> Long.parseLong(position.quantity()))
                .findFirst()
                .orElse(0);
    }
}
