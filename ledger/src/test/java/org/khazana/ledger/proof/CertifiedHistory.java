package org.khazana.ledger.proof;

import static org.khazana.ledger.execution.TestNetwork.CHAIN;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.RegisterKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.GroupRecord;
import org.khazana.ledger.statetree.PagesInMemory;
import org.khazana.ledger.statetree.StateEntries;
import org.khazana.ledger.statetree.StateGroupPlace;
import org.khazana.ledger.statetree.StateGroupProof;
import org.khazana.ledger.statetree.StatePath;
import org.khazana.ledger.statetree.StatePlace;
import org.khazana.ledger.statetree.StateProof;
import org.khazana.ledger.statetree.StateRoot;
import org.khazana.ledger.statetree.StateTree;
import org.khazana.ledger.statetree.TreeUpdate;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.TablesInMemory;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/** Blocks that change a state, its heads, and certificates by validators whose keys follow from their numbers. */
final class CertifiedHistory {
    private static final Map<Integer, PublicKey> KEYS = new LinkedHashMap<>();

    private final TablesInMemory tables = new TablesInMemory();
    private final PagesInMemory pages = new PagesInMemory();
    private final List<Head> heads = new ArrayList<>();
    private StateRoot root = StateRoot.NONE;
    private long epoch;

    /** The state of height 0, in which these take part. */
    CertifiedHistory(ValidatorSet founders, Change... changes) {
        List<Change> all = new ArrayList<>(Tables.appoint(founders));
        all.addAll(List.of(changes));
        apply(0, NetChanges.of(tables, all));
        heads.add(Head.founding(CHAIN, root.hash()));
    }

    private void apply(long height, NetChanges net) {
        TreeUpdate update = StateTree.update(pages, root, height, StateEntries.changedBy(net));
        pages.write(update);
        net.writeTo(tables);
        root = update.root();
    }

    /** The next block makes these changes. */
    Head play(List<Change> changes) {
        return play(hash("block " + heads.size()), hash("receipts " + heads.size()), changes);
    }

    Head play(Hash block, Hash receipts, List<Change> changes) {
        return play(block, receipts, NetChanges.of(tables, changes));
    }

    Head play(Hash block, Hash receipts, NetChanges changes) {
        long before = epoch;
        apply(heads.size(), changes);
        Head head = heads.getLast().next(before, block, root.hash(), receipts);
        heads.add(head);
        epoch = tables.get(Tables.NEWEST_EPOCH, RegisterKey.NEWEST_EPOCH).orElseThrow();
        return head;
    }

    Head head(int height) {
        return heads.get(height);
    }

    List<Head> heads(int from, int to) {
        return heads.subList(from, to);
    }

    /** Proves what stands under a key as things are now, or that nothing does. */
    <K extends Comparable<K>, V> StateProof proof(Table<K, V> table, K key) {
        StatePlace place = StateTree.find(pages, root, StatePath.of(table.number(), table.keyBytes(key)));
        return tables.get(table, key)
                .map(value -> place.ofPresence(table.valueBytes(value)))
                .orElseGet(place::ofAbsence);
    }

    /** Proves all positions in an asset as things are now. */
    StateGroupProof register(AssetCode asset) {
        Map<StatePath, GroupRecord> records = new LinkedHashMap<>();
        tables.forEach(Tables.POSITIONS, (key, position) -> {
            byte[] keyBytes = Tables.POSITIONS.keyBytes(key);
            records.put(
                    StatePath.of(Tables.POSITIONS.number(), keyBytes),
                    new GroupRecord(keyBytes, Tables.POSITIONS.valueBytes(position)));
        });
        StateGroupPlace place = StateTree.find(pages, root, RegisterStatement.group(asset));
        List<GroupRecord> found = new ArrayList<>();
        place.forEach(pages, (entry, valueHash) -> found.add(Objects.requireNonNull(records.get(entry.path()))));
        return place.of(found);
    }

    /** The step that the block before has made, certified by these. */
    AppointmentStep step(int... signers) {
        return new AppointmentStep(
                certificate(heads.getLast(), signers),
                proof(Tables.VALIDATORS, epoch),
                proof(Tables.NEWEST_EPOCH, RegisterKey.NEWEST_EPOCH));
    }

    static Certificate certificate(Head head, int... signers) {
        return new Certificate(
                head,
                Arrays.stream(signers)
                        .mapToObj(signer ->
                                HeadSignature.of(key(signer), Ed25519.sign(secret(signer), head.signingBytes())))
                        .sorted(Comparator.comparing(HeadSignature::key))
                        .toList());
    }

    /** Voters from one number to another. */
    static ValidatorSet voters(long epoch, int first, int last) {
        return new ValidatorSet(
                epoch,
                IntStream.rangeClosed(first, last)
                        .mapToObj(CertifiedHistory::voter)
                        .toList(),
                List.of());
    }

    static Validator voter(int number) {
        return new Validator(
                "validator-" + number,
                number,
                "Organisation " + number,
                number % 2 == 1 ? Group.GOVERNMENT : Group.CUSTODIAN,
                Duty.VOTER,
                hash("tls " + number),
                key(number),
                Optional.empty());
    }

    private static PublicKey key(int number) {
        return Objects.requireNonNull(KEYS.computeIfAbsent(number, any -> Ed25519.publicKeyOf(secret(number))));
    }

    private static byte[] secret(int number) {
        byte[] secret = new byte[PublicKey.BYTES];
        Arrays.fill(secret, (byte) number);
        return secret;
    }

    static Hash hash(String text) {
        return Domain.GENESIS.hash(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes these signatures for right, and all others for wrong: as they are, unless somebody can forge one. */
    static SignatureVerifier knowing(Certificate... certificates) {
        Set<List<Object>> right = new LinkedHashSet<>();
        for (Certificate certificate : certificates) {
            Hash message = Domain.GENESIS.hash(certificate.head().signingBytes());
            certificate
                    .signatures()
                    .forEach(each -> right.add(List.of(each.key(), message, Domain.GENESIS.hash(each.signature()))));
        }
        return (key, message, signature) ->
                right.contains(List.of(key, Domain.GENESIS.hash(message), Domain.GENESIS.hash(signature)));
    }

    /** Looks at the same signature of the same message once only. */
    static SignatureVerifier remembering() {
        Map<List<Object>, Boolean> known = new LinkedHashMap<>();
        SignatureVerifier verifier = Ed25519.verifier();
        return (key, message, signature) -> Objects.requireNonNull(known.computeIfAbsent(
                List.of(key, Domain.GENESIS.hash(message), Domain.GENESIS.hash(signature)),
                any -> verifier.isValid(key, message, signature)));
    }
}
