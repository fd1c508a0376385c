// Register statements: who held how much of one asset after one block, and that nobody was left out.

import { NUMBER_MAX, Reader } from './bytes.mjs';
import { demand } from './doubt.mjs';
import { bytes, code } from './fields.mjs';
import { GROUP_PROOF_BYTES_MAX, positionsIn, readGroupProof } from './group-proof.mjs';
import { readPosition } from './position.mjs';
import { codeKey } from './state-path.mjs';
import { STATE_PROOF_BYTES_MAX, lookUp, readStateProof } from './state-proof.mjs';

const ASSETS_TABLE = 5;

/** The fields of a register statement, beside type and testimony. */
export const REGISTER = {
  asset: code,
  record: bytes(STATE_PROOF_BYTES_MAX, readStateProof),
  positions: bytes(GROUP_PROOF_BYTES_MAX, readGroupProof),
};

/**
 * Who holds how much under a state root: { asset, outstanding, holders: [{ account, quantity, encumbered }] }, in ascending order of the
 * accounts. Throws the first doubt.
 */
export async function register({ asset, record, positions }, stateRoot) {
  const { isProved, value } = await lookUp(record, ASSETS_TABLE, codeKey(asset), stateRoot);
  demand(isProved && value !== undefined, 'ASSET_NOT_PROVED', 'the state that was certified does not have that asset');
  const outstanding = new Reader(value, () => malformedAsset()).long();
  const proved = await positionsIn(asset, positions, stateRoot);
  demand(proved !== undefined, 'REGISTER_NOT_PROVED', 'the positions are not all, or not only, those in the asset');
  const holders = proved.map((position) => ({ account: accountOf(position.key), ...readPosition(position.value) }));
  const sum = holders.reduce((total, { quantity }) => total + quantity, 0n);
  demand(sum === outstanding, 'SUM_DIFFERENT', `${sum} are held, but ${outstanding} are outstanding`);
  holders.sort((one, other) => (one.account < other.account ? -1 : 1));
  return { asset, outstanding, holders };
}

function malformedAsset() {
  demand(false, 'ASSET_MALFORMED', 'the record of the asset is malformed');
}

/** The number whose bytes stand first in the key of a position, the highest bit turned round. */
function accountOf(key) {
  return new DataView(key.buffer, key.byteOffset).getBigUint64(0) ^ (NUMBER_MAX + 1n);
}
