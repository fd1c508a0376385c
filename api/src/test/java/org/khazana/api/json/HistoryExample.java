package org.khazana.api.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockOrigin;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.proof.CertifiedSettlementProof;
import org.khazana.ledger.proof.ReceiptTree;
import org.khazana.ledger.proof.SerialHistoryProof;
import org.khazana.ledger.proof.SettlementProof;
import org.khazana.ledger.proof.Testimony;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.LotKey;
import org.khazana.ledger.state.Passage;
import org.khazana.ledger.state.PassageId;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.PagesInMemory;
import org.khazana.ledger.statetree.StateEntries;
import org.khazana.ledger.statetree.StatePath;
import org.khazana.ledger.statetree.StateProof;
import org.khazana.ledger.statetree.StateRoot;
import org.khazana.ledger.statetree.StateTree;
import org.khazana.ledger.statetree.TreeUpdate;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.TablesInMemory;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.transaction.TransactionSignature;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.ledger.wire.TransactionCodec;

/**
 * Histories of tokens as validators would sign them, true or not: records of the last state, and what each transaction of each block
 * posted.
 */
final class HistoryExample {
    static final AssetCode BILL = new AssetCode("PK0000000007");

    private final int founders;
    private final ChainId chain;
    private final List<List<List<Posting>>> blocks = new ArrayList<>();
    private final List<Change> records = new ArrayList<>();

    /** Signed by so many founders, all of them. */
    HistoryExample(int founders) {
        this.founders = founders;
        this.chain = new ChainId(Domain.GENESIS.hash(genesis()));
    }

    byte[] genesis() {
        List<String> validators = founders().validators().stream()
                .map(founder -> "{\"id\":\"%s\",\"organisation\":\"%s\",\"group\":\"GOVERNMENT\",\"signingKey\":\"%s\"}"
                        .formatted(founder.id(), founder.organisation(), founder.signingKey()))
                .toList();
        return "{\"validators\":[%s],\"quorum\":{\"atLeast\":[]}}"
                .formatted(String.join(",", validators))
                .getBytes(StandardCharsets.UTF_8);
    }

    ChainId chain() {
        return chain;
    }

    ValidatorSet founders() {
        return new ValidatorSet(
                0,
                IntStream.rangeClosed(1, founders)
                        .mapToObj(number -> new Validator(
                                "v-" + number,
                                1,
                                "O",
                                Group.GOVERNMENT,
                                Duty.VOTER,
                                Domain.GENESIS.hash(new byte[0]),
                                Ed25519.publicKeyOf(secret(number)),
                                Optional.empty()))
                        .toList(),
                List.of());
    }

    private static byte[] secret(int number) {
        byte[] secret = new byte[PublicKey.BYTES];
        Arrays.fill(secret, (byte) number);
        return secret;
    }

    /** The next block; of each of its transactions what it posts. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    final HistoryExample block(List<Posting>... transactions) {
        blocks.add(List.of(transactions));
        return this;
    }

    /** Such a record stands in the last state. */
    HistoryExample with(Change record) {
        records.add(record);
        return this;
    }

    static Posting posting(long account, long before, long after, long first, long count) {
        return new Posting(new AccountId(account), BILL, before, after, List.of(new SerialRange(first, count)));
    }

    static PassageId id(long height, int position, int ordinal) {
        return new PassageId(height, position, ordinal);
    }

    static Change lot(long first, long length, long holder, PassageId passage) {
        return new Lot(BILL, first, length, account(holder), 1, 0, passage).set();
    }

    /** @param before the first serial before; 0 at the beginning */
    Change passage(
            PassageId id,
            long first,
            long count,
            long from,
            long to,
            Optional<PassageId> earlier,
            long before,
            Optional<PassageId> below) {
        return Tables.PASSAGES.put(new Passage(
                id,
                BILL,
                new SerialRange(first, count),
                account(from),
                account(to),
                transactionId(id.height(), id.position()),
                id.height() * 1_000,
                earlier.map(passage -> new Passage.Earlier(passage, before)),
                below,
                Optional.empty()));
    }

    private static Optional<AccountId> account(long number) {
        return number == 0 ? Optional.empty() : Optional.of(new AccountId(number));
    }

    private byte[] body(long height, int position) {
        return TransactionCodec.encodeBody(new TransactionBody(
                chain,
                new RequestId(height, position),
                new PartyId(3),
                0,
                1,
                new TransferTokens(BILL, new AccountId(1), new AccountId(2), 1)));
    }

    private TransactionId transactionId(long height, int position) {
        return TransactionCodec.idOf(chain, body(height, position));
    }

    private byte[] envelope(long height, int position) {
        return TransactionCodec.encodeEnvelope(
                body(height, position),
                List.of(TransactionSignature.of(Ed25519.publicKeyOf(secret(1)), new byte[TransactionSignature.BYTES])));
    }

    /**
     * The proof for a token, with these passages and the transactions at these places.
     *
     * @param places heights and positions
     */
    SerialHistoryProof proof(long serial, long lotFirst, List<PassageId> passages, List<PassageId> places) {
        State state = new State();
        List<Head> heads = new ArrayList<>(List.of(Head.founding(chain, chain.hash())));
        List<Block> made = new ArrayList<>();
        List<List<Receipt>> receipts = new ArrayList<>();
        for (int height = 1; height <= blocks.size(); height++) {
            List<byte[]> envelopes = new ArrayList<>();
            List<Receipt> of = new ArrayList<>();
            for (int position = 0; position < blocks.get(height - 1).size(); position++) {
                envelopes.add(envelope(height, position));
                of.add(new Receipt(
                        transactionId(height, position),
                        height,
                        position,
                        height * 1_000L,
                        List.of(),
                        blocks.get(height - 1).get(position)));
            }
            Block block = BlockAssembly.assemble(
                    new BlockOrigin(chain, height, 1, "v-1", height * 1_000L, chain.hash(), chain.hash()), envelopes);
            made.add(block);
            receipts.add(of);
            heads.add(heads.getLast()
                    .next(
                            0,
                            block.hash(),
                            height == blocks.size() ? state.root.hash() : chain.hash(),
                            ReceiptTree.over(of).root()));
        }
        return new SerialHistoryProof(
                BILL,
                serial,
                lotFirst,
                state.proof(Tables.LOTS, new LotKey(BILL, lotFirst)),
                passages.stream().map(id -> state.proof(Tables.PASSAGES, id)).toList(),
                places.stream()
                        .map(place -> new CertifiedSettlementProof(
                                SettlementProof.of(
                                        made.get((int) place.height() - 1),
                                        place.position(),
                                        receipts.get((int) place.height() - 1).get(place.position()),
                                        ReceiptTree.over(receipts.get((int) place.height() - 1))),
                                testimony(heads, (int) place.height())))
                        .toList(),
                testimony(heads, blocks.size()));
    }

    /** Every other block is certified, and the last one. */
    private Testimony testimony(List<Head> heads, int height) {
        int certified = Math.min(heads.size() - 1, height + height % 2);
        Head head = heads.get(certified);
        return new Testimony(
                List.of(),
                heads.subList(height, certified),
                new Certificate(
                        head,
                        IntStream.rangeClosed(1, founders)
                                .mapToObj(number -> HeadSignature.of(
                                        Ed25519.publicKeyOf(secret(number)),
                                        Ed25519.sign(secret(number), head.signingBytes())))
                                .sorted(Comparator.comparing(HeadSignature::key))
                                .toList()));
    }

    /** The records in a tree. */
    private final class State {
        private final TablesInMemory tables = new TablesInMemory();
        private final PagesInMemory pages = new PagesInMemory();
        private final StateRoot root;

        State() {
            NetChanges net = NetChanges.of(tables, records);
            TreeUpdate update = StateTree.update(pages, StateRoot.NONE, blocks.size(), StateEntries.changedBy(net));
            pages.write(update);
            net.writeTo(tables);
            root = update.root();
        }

        <K extends Comparable<K>, V> StateProof proof(Table<K, V> table, K key) {
            var place = StateTree.find(pages, root, StatePath.of(table.number(), table.keyBytes(key)));
            return tables.get(table, key)
                    .map(value -> place.ofPresence(table.valueBytes(value)))
                    .orElseGet(place::ofAbsence);
        }
    }
}
