package org.khazana.api.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.khazana.api.client.Exchange.Call;
import org.khazana.api.json.AccountJson;
import org.khazana.api.json.AccountJson.PositionsJson;
import org.khazana.api.json.AssetJson;
import org.khazana.api.json.BalanceProofJson;
import org.khazana.api.json.BlockJson;
import org.khazana.api.json.CertifiedSettlementProofJson;
import org.khazana.api.json.CheckJson;
import org.khazana.api.json.ClusterJson;
import org.khazana.api.json.HealthJson;
import org.khazana.api.json.MotionJson;
import org.khazana.api.json.PreparedJson;
import org.khazana.api.json.ProgrammeJson;
import org.khazana.api.json.ReceiptJson;
import org.khazana.api.json.RegisterStatementJson;
import org.khazana.api.json.RestrictionJson;
import org.khazana.api.json.SerialHistoryProofJson;
import org.khazana.api.json.SerialJson;
import org.khazana.api.json.TransactionJson;
import org.khazana.api.json.ValidatorsJson;
import org.khazana.api.port.AsOf;

/**
 * Speaks to one or several nodes of one network. Reads are asked of another node when one does not answer; submissions
 * are sent again, the same bytes, until there is an outcome or the deadline has passed. Safe to use from several
 * threads; every call waits for its answer.
 *
 * <p>Any call throws {@link ProblemResponse} when a node refuses, and {@link NoAnswer} when none answers.
 */
public final class LedgerClient implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);
    /** A node tells the outcome, or that it does not know it, well before this. */
    private static final Duration SUBMISSION_TIMEOUT = Duration.ofSeconds(15);

    private static final String PROTOBUF = "application/x-protobuf";
    private static final String JSON = "application/json";

    private final HttpClient http;
    private final Exchange exchange;
    private final List<URI> nodes;
    /** Stands behind the path of every read. */
    private final String readQuery;
    /** Index of the node that answered last: the next call starts there. */
    private final AtomicInteger preferred = new AtomicInteger();

    private LedgerClient(HttpClient http, List<URI> nodes, String readQuery) {
        this.http = http;
        this.exchange = new Exchange(http);
        this.nodes = List.copyOf(nodes);
        this.readQuery = readQuery;
    }

    /**
     * A client for these nodes.
     *
     * @param nodes such as {@code http://127.0.0.1:8101}, at least one
     */
    public static LedgerClient of(List<URI> nodes) {
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("at least one node is needed");
        }
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        return new LedgerClient(http, nodes, "");
    }

    /**
     * The same client, but reads tell what the node asked has executed itself, be it up to date or not. Works without a
     * quorum. Closing either closes both.
     */
    public LedgerClient locally() {
        return new LedgerClient(http, nodes, "?consistency=local");
    }

    public static LedgerClient of(URI node) {
        return of(List.of(node));
    }

    /**
     * Submits and waits for the receipt.
     *
     * @param envelope the bytes of an Envelope
     * @param patience how long to go on sending when nodes do not know the outcome
     * @return the receipt of a transaction that was carried out
     * @throws ProblemResponse when it was refused; with the receipt, when the chain says so
     */
    public ReceiptJson submit(byte[] envelope, Duration patience) {
        return insist(new Call("/v1/transactions", PROTOBUF, envelope), ReceiptJson.class, patience);
    }

    /** Submits without waiting for the receipt; the answer says the id, and the state {@code pending}. */
    public TransactionJson submitWithoutWaiting(byte[] envelope, Duration patience) {
        return insist(new Call("/v1/transactions?wait=none", PROTOBUF, envelope), TransactionJson.class, patience);
    }

    /** Submits JSON as {@code docs/api.md} describes it, and waits for the receipt. */
    public ReceiptJson submitJson(String json, Duration patience) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return insist(new Call("/v1/transactions", JSON, body), ReceiptJson.class, patience);
    }

    /** What an envelope would come to; nothing changes. */
    public CheckJson check(byte[] envelope) {
        return ask(new Call("/v1/transactions/check", PROTOBUF, envelope), CheckJson.class);
    }

    /** Asks for the bytes to sign; {@code json} as {@code docs/api.md} describes it. */
    public PreparedJson prepare(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return ask(new Call("/v1/transactions/prepare", JSON, body), PreparedJson.class);
    }

    /** Empty when the node asked does not know it, or not yet. */
    public Optional<TransactionJson> transaction(String id) {
        return askIfThere("/v1/transactions/" + id, TransactionJson.class);
    }

    /** What proves offline what became of a transaction, once it is certified. */
    public CertifiedSettlementProofJson proof(String id) {
        return ask(Call.get("/v1/transactions/" + id + "/proof" + readQuery), CertifiedSettlementProofJson.class);
    }

    /**
     * What proves offline how much an account holds of an asset, or that it holds none.
     *
     * @param asset ISIN or currency code
     * @param height of the block after which; empty for the newest that is certified
     */
    public BalanceProofJson balanceProof(long account, String asset, OptionalLong height) {
        String path = "/v1/accounts/" + account + "/positions/" + asset + "/proof" + readQuery;
        String query = height.isPresent() ? (readQuery.isEmpty() ? "?" : "&") + "height=" + height.getAsLong() : "";
        return ask(Call.get(path + query), BalanceProofJson.class);
    }

    /**
     * What proves offline who holds how much of an asset, nobody left out.
     *
     * @param asset ISIN or currency code
     */
    public RegisterStatementJson registerStatement(String asset, AsOf asOf) {
        String path = "/v1/assets/" + asset + "/register/proof" + readQuery;
        String separator = readQuery.isEmpty() ? "?" : "&";
        String query = switch (asOf) {
            case AsOf.Newest newest -> "";
            case AsOf.Height(long height) -> separator + "height=" + height;
            case AsOf.EndOf(long date) -> separator + "date=" + LocalDate.ofEpochDay(date);
        };
        return ask(Call.get(path + query), RegisterStatementJson.class);
    }

    /**
     * What proves offline all that happened to a token.
     *
     * @param asset its ISIN
     */
    public SerialHistoryProofJson serialHistory(String asset, long serial) {
        return ask(
                Call.get("/v1/assets/" + asset + "/serials/" + serial + "/proof" + readQuery),
                SerialHistoryProofJson.class);
    }

    public Optional<AccountJson> account(long id) {
        return askIfThere("/v1/accounts/" + id, AccountJson.class);
    }

    public Optional<PositionsJson> positions(long account) {
        return askIfThere("/v1/accounts/" + account + "/positions", PositionsJson.class);
    }

    /** By ISIN or currency code. */
    public Optional<AssetJson> asset(String code) {
        return askIfThere("/v1/assets/" + code, AssetJson.class);
    }

    public Optional<ProgrammeJson> programme(String code) {
        // A code may hold a space, which a path may not.
        String segment = URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
        return askIfThere("/v1/programmes/" + segment, ProgrammeJson.class);
    }

    /** By the id of the transaction that raised it. */
    public Optional<MotionJson> motion(String id) {
        return askIfThere("/v1/motions/" + id, MotionJson.class);
    }

    public Optional<RestrictionJson> restriction(long number) {
        return askIfThere("/v1/restrictions/" + number, RestrictionJson.class);
    }

    /** One token and the newest of its movements; a serial is a whole number in decimal digits. */
    public Optional<SerialJson> serial(String isin, String serial) {
        return askIfThere("/v1/assets/" + isin + "/serials/" + serial, SerialJson.class);
    }

    public Optional<BlockJson> block(long height) {
        return askIfThere("/v1/blocks/" + height, BlockJson.class);
    }

    public Optional<BlockJson> latestBlock() {
        return askIfThere("/v1/blocks/latest", BlockJson.class);
    }

    /** Who the validators are, as the ledger says. */
    public ValidatorsJson validators() {
        return ask(Call.get("/v1/validators" + readQuery), ValidatorsJson.class);
    }

    public ClusterJson cluster() {
        return ask(Call.get("/v1/cluster"), ClusterJson.class);
    }

    /** Whether any of the nodes says that it can serve. */
    public boolean ready() {
        try {
            ask(Call.get("/health/ready"), HealthJson.class);
            return true;
        } catch (ProblemResponse | NoAnswer e) {
            return false;
        }
    }

    private <T> Optional<T> askIfThere(String path, Class<T> type) {
        try {
            return Optional.of(ask(Call.get(path + readQuery), type));
        } catch (ProblemResponse e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Asks each node once. */
    private <T> T ask(Call call, Class<T> type) {
        Failures failures = new Failures();
        int first = preferred.get();
        for (int i = 0; i < nodes.size(); i++) {
            Optional<T> answer = attempt((first + i) % nodes.size(), call, type, READ_TIMEOUT, failures);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw failures.ofReading();
    }

    /** Asks one node after another, with pauses between the rounds, until there is an outcome. */
    private <T> T insist(Call call, Class<T> type, Duration patience) {
        Failures failures = new Failures();
        Patience left = new Patience(patience);
        int first = preferred.get();
        for (int i = 0; ; i++) {
            int node = (first + i) % nodes.size();
            Optional<T> answer = attempt(node, call, type, left.atMost(SUBMISSION_TIMEOUT), failures);
            if (answer.isPresent()) {
                return answer.get();
            }
            boolean roundEnds = i % nodes.size() == nodes.size() - 1;
            if (left.isOver() || (roundEnds && !left.pause(i / nodes.size()))) {
                throw failures.ofSubmission();
            }
        }
    }

    private <T> Optional<T> attempt(int node, Call call, Class<T> type, Duration timeout, Failures failures) {
        try {
            T answer = exchange.ask(nodes.get(node), call, type, timeout);
            preferred.set(node);
            return Optional.of(answer);
        } catch (ProblemResponse e) {
            if (!e.isWorthRetrying()) {
                preferred.set(node);
                throw e;
            }
            failures.add(e);
        } catch (IOException e) {
            failures.add(NoAnswer.of(nodes.get(node), e));
        }
        return Optional.empty();
    }

    /** Closes the connections. */
    @Override
    public void close() {
        http.close();
    }
}
