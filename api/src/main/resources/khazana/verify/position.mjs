// A position, which says how much an account holds of an asset.

import { Reader, joined } from './bytes.mjs';
import { demand } from './doubt.mjs';
import { codeKey, numberKey } from './state-path.mjs';

const POSITION_BYTES = 16;

/** Its key in the state. */
export function positionKey(account, asset) {
  return joined(numberKey(account), codeKey(asset));
}

/** Reads { quantity, encumbered }; throws POSITION_MALFORMED. */
export function readPosition(value) {
  const wellFormed = (holds) => demand(holds, 'POSITION_MALFORMED', 'a position is malformed');
  wellFormed(value.length === POSITION_BYTES);
  const reader = new Reader(value, () => wellFormed(false));
  return { quantity: reader.long(), encumbered: reader.long() };
}
