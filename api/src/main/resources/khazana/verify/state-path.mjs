// Where in the state tree an entry stands: by the hash of its key; but all positions in one asset, its group, stand together.

import { NUMBER_MAX, joined } from './bytes.mjs';
import { STATE_GROUP, STATE_KEY, hash } from './domains.mjs';

export const POSITIONS_TABLE = 6;
export const GROUP_BITS = 32;
export const CODE_BYTES = 12;

const GROUP_BYTES = GROUP_BITS / 8;

/** The 32 bytes of a path. */
export async function pathOf(table, key) {
  const own = await hash(STATE_KEY, Uint8Array.of(table), key);
  if (table === POSITIONS_TABLE) {
    return joined(await groupOf(key.slice(-CODE_BYTES)), own.slice(0, own.length - GROUP_BYTES));
  }
  own[0] &= 0x7f;
  return own;
}

/** How the paths of all positions in an asset begin. */
export async function groupOf(code) {
  const group = (await hash(STATE_GROUP, Uint8Array.of(POSITIONS_TABLE), code)).slice(0, GROUP_BYTES);
  group[0] |= 0x80;
  return group;
}

/** An asset's code as keys have it: filled up with zero bytes. */
export function codeKey(code) {
  return joined(new TextEncoder().encode(code), new Uint8Array(CODE_BYTES - code.length));
}

/** A number as a key of the state: 8 bytes, the highest bit turned round. */
export function numberKey(number) {
  const key = new Uint8Array(8);
  new DataView(key.buffer).setBigUint64(0, number ^ (NUMBER_MAX + 1n));
  return key;
}

/** A bit of a path, the most significant one of each byte first. */
export function bit(bytes, i) {
  return (bytes[i >> 3] >> (7 - (i & 7))) & 1;
}

/** Whether the first bits are the same. */
export function agree(one, other, bits) {
  for (let i = 0; i < bits; i++) {
    if (bit(one, i) !== bit(other, i)) {
      return false;
    }
  }
  return true;
}
