// Balance proofs: what one account holds of one asset after one block, or that it holds none.

import { Reader, joined } from './bytes.mjs';
import { demand } from './doubt.mjs';
import { bytes, id, text } from './fields.mjs';
import { STATE_PROOF_BYTES_MAX, lookUp, numberKey, readStateProof } from './state-proof.mjs';

const POSITIONS_TABLE = 6;
const CODE_BYTES = 12;
const POSITION_BYTES = 16;

/** The fields of a balance proof, beside type and testimony. */
export const BALANCE = {
  account: id,
  asset: text(/^[A-Z0-9]{1,12}$/),
  proof: bytes(STATE_PROOF_BYTES_MAX, readStateProof),
};

/** What the account holds under a state root: { account, asset, quantity, encumbered }. Throws the first doubt. */
export async function balance({ account, asset, proof }, stateRoot) {
  const { isProved, value } = await lookUp(proof, POSITIONS_TABLE, joined(numberKey(account), codeBytes(asset)), stateRoot);
  demand(isProved, 'POSITION_NOT_PROVED', 'the state that was certified does not say that');
  if (value === undefined) {
    return { account, asset, quantity: 0n, encumbered: 0n };
  }
  const wellFormed = (holds) => demand(holds, 'POSITION_MALFORMED', 'the position is malformed');
  wellFormed(value.length === POSITION_BYTES);
  const reader = new Reader(value, () => wellFormed(false));
  return { account, asset, quantity: reader.long(), encumbered: reader.long() };
}

/** An asset's code as keys have it: filled up with zero bytes. */
function codeBytes(code) {
  const filled = new Uint8Array(CODE_BYTES);
  filled.set(new TextEncoder().encode(code));
  return filled;
}
