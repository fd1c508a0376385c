package org.khazana.ledger.state;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.block.Membership;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.transaction.AccountId;
import org.khazana.ledger.transaction.AssetCode;
import org.khazana.ledger.transaction.PartyId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.validator.ValidatorSet;

/** The ledger's state as it stands after some block, for reading only. Every order of results is defined. */
public interface LedgerView {

    Optional<Party> party(PartyId id);

    /** All parties that have the role, whatever their status, in order of id. Meant for roles that few parties have. */
    List<Party> partiesWithRole(Role role);

    Optional<PartyKey> key(PublicKey publicKey);

    Optional<Account> account(AccountId id);

    Optional<Asset> asset(AssetCode code);

    /** Tokens or minor units held; 0 when there is no position. */
    long quantity(AccountId account, AssetCode asset);

    Optional<RequestRecord> request(PartyId sender, RequestId requestId);

    boolean isRtgsReferenceUsed(AssetCode currency, String reference);

    /** The validators of an epoch; every epoch up to the newest is there. */
    Optional<ValidatorSet> validators(long epoch);

    /**
     * The validators of the greatest epoch.
     *
     * @throws IllegalStateException if the ledger was not founded
     */
    ValidatorSet newestValidators();

    /** Who takes part in consensus, as the newest block that changed it says; empty while the founders do. */
    Optional<Membership> membership();

    /** Requests whose {@code notAfterMillis} is before {@code millis}, earliest first, at most {@code limit}. */
    List<RequestRecord> requestsExpiredBefore(long millis, int limit);
}
