package org.khazana.node.assembly;

import org.khazana.config.Genesis;
import org.khazana.config.file.GenesisFile;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.node.membership.MembershipPlan;
import org.khazana.storage.blocklog.LogOrigin;

/**
 * What follows from a genesis file, the same on every node.
 *
 * @param id hash of the file's exact bytes
 * @param genesisEntry the entry before the first: index 0, term 0, the hash is the chain id
 */
public record Chain(ChainId id, Genesis genesis, EntryMetadata genesisEntry) {

    public static Chain of(GenesisFile file) {
        ChainId id = new ChainId(Domain.GENESIS.hash(file.bytes()));
        Genesis genesis = file.genesis();
        EntryMetadata entry = new EntryMetadata(
                new EntryId(Term.ZERO, 0),
                genesis.createdAtMillis(),
                EntryHash.of(id.hash().toBytes()));
        return new Chain(id, genesis, entry);
    }

    /** Where the log of every validator begins. */
    public LogOrigin logOrigin() {
        return new LogOrigin(genesisEntry, founding());
    }

    /** Who takes part until a block says otherwise. */
    public Configuration founding() {
        return MembershipPlan.aim(FoundingState.validators(genesis));
    }
}
