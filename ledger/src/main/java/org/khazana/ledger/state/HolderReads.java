package org.khazana.ledger.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.TableReads;

/** What can be asked about those who hold, and about what they may hold; part of {@link LedgerView}. */
public interface HolderReads extends TableReads {

    default Optional<PartyProfile> profile(PartyId party) {
        return get(HolderTables.PROFILES, party);
    }

    /** The party behind a commitment to an identity. */
    default Optional<PartyId> partyWithIdentity(Hash identity) {
        List<PartyId> found = new ArrayList<>();
        var least = new HolderTables.IdentityKey(identity, PartyId.LEAST);
        scan(HolderTables.PARTIES_BY_IDENTITY.table(), least, (entry, party) -> {
            if (entry.identity().equals(identity)) {
                found.add(party);
            }
            return false; // no two parties have the same
        });
        return found.stream().findFirst();
    }

    /** The party that has an LEI. */
    default Optional<PartyId> partyWithLei(String lei) {
        List<PartyId> found = new ArrayList<>();
        var least = new HolderTables.LeiKey(lei, PartyId.LEAST);
        scan(HolderTables.PARTIES_BY_LEI.table(), least, (entry, party) -> {
            if (entry.lei().equals(lei)) {
                found.add(party);
            }
            return false; // no two parties have the same
        });
        return found.stream().findFirst();
    }

    default Optional<Licence> licence(PartyId party) {
        return get(HolderTables.LICENCES, party);
    }

    /** The newest that an attestor has said of the party, whether it still holds or not. */
    default Optional<Eligibility> eligibility(PartyId party) {
        return get(HolderTables.ELIGIBILITIES, party);
    }

    default Optional<HoldingTerms> holdingTerms(AssetCode asset) {
        return get(HolderTables.HOLDING_TERMS, asset);
    }

    /** What a party holds of an asset in all its accounts; 0 when there is nothing. */
    default long holding(PartyId party, AssetCode asset) {
        return get(HolderTables.HOLDINGS, new HoldingKey(party, asset))
                .map(Holding::quantity)
                .orElse(0L);
    }

    default Optional<OmnibusCommitment> omnibusCommitment(AccountId account, AssetCode asset) {
        return get(HolderTables.OMNIBUS_COMMITMENTS, new PositionKey(account, asset));
    }

    /** The newest commitments of an omnibus account, in order of asset code, at most {@code limit}. */
    default List<OmnibusCommitment> omnibusCommitments(AccountId account, int limit) {
        List<OmnibusCommitment> found = new ArrayList<>();
        PositionKey least = new PositionKey(account, AssetCode.LEAST);
        scan(HolderTables.OMNIBUS_COMMITMENTS, least, (key, commitment) -> {
            boolean isWanted = key.account().equals(account) && found.size() < limit;
            if (isWanted) {
                found.add(commitment);
            }
            return isWanted;
        });
        return found;
    }

    /** The accounts that a party owns with ids greater than {@code after}, in order, at most {@code limit}. */
    default List<AccountId> accountsOf(PartyId owner, AccountId after, int limit) {
        List<AccountId> found = new ArrayList<>();
        scan(Tables.ACCOUNTS_BY_OWNER.table(), new AccountOfParty(owner, after), (entry, account) -> {
            boolean isWanted = entry.owner().equals(owner) && found.size() < limit;
            if (isWanted && account.compareTo(after) > 0) {
                found.add(account);
            }
            return isWanted;
        });
        return found;
    }

    /** Whether there is anything in the account. */
    default boolean isEmpty(AccountId account) {
        List<PositionKey> found = new ArrayList<>();
        scan(Tables.POSITIONS, new PositionKey(account, AssetCode.LEAST), (key, position) -> {
            if (key.account().equals(account)) {
                found.add(key);
            }
            return false; // one is enough
        });
        return found.isEmpty();
    }
}
