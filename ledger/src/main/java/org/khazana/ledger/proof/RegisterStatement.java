package org.khazana.ledger.proof;

import java.util.Optional;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.StateGroup;
import org.khazana.ledger.statetree.StateGroupCheck;
import org.khazana.ledger.statetree.StateGroupProof;
import org.khazana.ledger.statetree.StateProof;
import org.khazana.ledger.statetree.StateProofRefused;

/**
 * What shows who held how much of one asset after one block, nobody left out. Says nothing by itself: {@link RegisterVerifier} checks it.
 *
 * @param record of the asset, which says how much of it is outstanding, against the state root of the head
 * @param positions all of them, against the same root
 * @param testimony of the head of that block
 */
public record RegisterStatement(AssetCode asset, StateProof record, StateGroupProof positions, Testimony testimony) {

    /** All positions in an asset, as the state tree has them together. */
    public static StateGroup group(AssetCode asset) {
        return StateGroup.ofPositions(Tables.ASSETS.keyBytes(asset));
    }

    /**
     * What shows how much one account holds, or that it holds none, and nothing of the others; made from this statement alone.
     *
     * @return empty if the positions are not those of the state root that the statement itself names
     */
    public Optional<BalanceProof> holder(AccountId account) {
        try {
            StateProof position = StateGroupCheck.prove(testimony.wanted().stateRoot(), group(asset), positions)
                    .proofOf(Tables.POSITIONS.keyBytes(new PositionKey(account, asset)));
            return Optional.of(new BalanceProof(account, asset, position, testimony));
        } catch (StateProofRefused refused) {
            return Optional.empty();
        }
    }
}
