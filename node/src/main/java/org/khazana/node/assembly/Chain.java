package org.khazana.node.assembly;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.khazana.config.Genesis;
import org.khazana.config.file.GenesisFile;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.storage.blocklog.LogOrigin;

/**
 * What follows from a genesis file, the same on every node.
 *
 * @param id hash of the file's exact bytes
 * @param validatorSetHash hash of the validators, in order of their ids
 * @param genesisEntry the entry before the first: index 0, term 0, the hash is the chain id
 */
public record Chain(ChainId id, Genesis genesis, Hash validatorSetHash, EntryMetadata genesisEntry) {

    public static Chain of(GenesisFile file) {
        ChainId id = new ChainId(Domain.GENESIS.hash(file.bytes()));
        Genesis genesis = file.genesis();
        EntryMetadata entry = new EntryMetadata(
                new EntryId(Term.ZERO, 0),
                genesis.createdAtMillis(),
                EntryHash.of(id.hash().toBytes()));
        return new Chain(id, genesis, validatorSetHash(genesis.validators()), entry);
    }

    /** A majority of all, and of each group in the genesis at least the number given there. */
    public QuorumPolicy quorumPolicy() {
        List<QuorumClause> clauses = new ArrayList<>();
        clauses.add(QuorumClause.majorityOf("all", members(Set.of(Genesis.Group.values()))));
        for (Genesis.GroupMinimum minimum : genesis.quorum().atLeast()) {
            String name = minimum.group().name();
            clauses.add(new QuorumClause(name, new TreeSet<>(members(Set.of(minimum.group()))), minimum.members()));
        }
        return new QuorumPolicy(clauses);
    }

    /** Where the log of every validator begins. */
    public LogOrigin logOrigin() {
        return new LogOrigin(genesisEntry, Configuration.of(quorumPolicy()));
    }

    private Set<MemberId> members(Set<Genesis.Group> groups) {
        return genesis.validators().stream()
                .filter(validator -> groups.contains(validator.group()))
                .map(validator -> new MemberId(validator.id(), validator.directory()))
                .collect(Collectors.toSet());
    }

    /** Over, for each validator: id and group behind a length byte each, TLS key hash, signing key. */
    private static Hash validatorSetHash(List<Genesis.Validator> validators) {
        byte[][] parts = validators.stream()
                .sorted(Comparator.comparing(Genesis.Validator::id))
                .flatMap(validator -> List.of(
                        text(validator.id()),
                        text(validator.group().name()),
                        HexFormat.of().parseHex(validator.tlsKeySha256()),
                        HexFormat.of().parseHex(validator.signingKey()))
                        .stream())
                .toArray(byte[][]::new);
        return Domain.VALIDATOR_SET.hash(parts);
    }

    private static byte[] text(String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        byte[] withLength = new byte[ascii.length + 1];
        withLength[0] = (byte) ascii.length;
        System.arraycopy(ascii, 0, withLength, 1, ascii.length);
        return withLength;
    }
}
