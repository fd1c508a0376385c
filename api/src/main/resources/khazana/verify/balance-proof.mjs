// Balance proofs: what one account holds of one asset after one block, or that it holds none.

import { demand } from './doubt.mjs';
import { bytes, code, id } from './fields.mjs';
import { positionKey, readPosition } from './position.mjs';
import { POSITIONS_TABLE } from './state-path.mjs';
import { STATE_PROOF_BYTES_MAX, lookUp, readStateProof } from './state-proof.mjs';

/** The fields of a balance proof, beside type and testimony. */
export const BALANCE = {
  account: id,
  asset: code,
  proof: bytes(STATE_PROOF_BYTES_MAX, readStateProof),
};

/** What the account holds under a state root: { account, asset, quantity, encumbered }. Throws the first doubt. */
export async function balance({ account, asset, proof }, stateRoot) {
  const { isProved, value } = await lookUp(proof, POSITIONS_TABLE, positionKey(account, asset), stateRoot);
  demand(isProved, 'POSITION_NOT_PROVED', 'the state that was certified does not say that');
  return { account, asset, ...(value === undefined ? { quantity: 0n, encumbered: 0n } : readPosition(value)) };
}
