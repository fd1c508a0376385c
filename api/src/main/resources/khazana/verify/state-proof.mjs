// Proofs of what the state tree has in one place: an entry, or none.

import { HASH_BYTES, NUMBER_MAX, Reader, areEqual, hex } from './bytes.mjs';
import { inForm } from './doubt.mjs';
import { STATE_KEY, STATE_LEAF, STATE_NODE, STATE_VALUE, hash } from './domains.mjs';

export const STATE_PROOF_BYTES_MAX = 64 << 10;

const SIBLINGS_MAX = 256;
const VALUE_BYTES_MAX = 1 << 20;
const NOTHING = new Uint8Array(HASH_BYTES);
const [IS_EMPTY, IS_ENTRY, IS_OTHER] = [0, 1, 2];

/** Reads { siblings, place, value } or { siblings, place, other: { path, valueHash } } in the one byte form. */
export function readStateProof(bytes, name) {
  const refuse = (sentence) => inForm(false, `${name} is malformed: ${sentence}`);
  const reader = new Reader(bytes, refuse);
  const demand = (holds, sentence) => holds || refuse(sentence);
  demand(reader.number(1) === 1, 'its version is not 1');
  const siblings = readSiblings(reader, demand);
  const place = reader.number(1);
  const proof = { siblings, place };
  if (place === IS_ENTRY) {
    const length = reader.number(4);
    demand(length <= VALUE_BYTES_MAX, 'its value is too long');
    proof.value = reader.take(length);
  } else if (place === IS_OTHER) {
    proof.other = { path: reader.hash(), valueHash: reader.hash() };
  } else {
    demand(place === IS_EMPTY, 'what stands there is not said');
  }
  reader.end();
  return proof;
}

function readSiblings(reader, demand) {
  const count = reader.number(2);
  demand(count <= SIBLINGS_MAX, 'it has too many siblings');
  const bits = reader.take(Math.floor((count + 7) / 8));
  for (let i = count; i < 8 * bits.length; i++) {
    demand(bit(bits, i) === 0, 'a bit that is left over is not 0');
  }
  demand(count === 0 || bit(bits, count - 1) === 1, 'its last sibling is not given');
  const siblings = [];
  for (let i = 0; i < count; i++) {
    siblings.push(bit(bits, i) === 1 ? reader.hash() : NOTHING);
    demand(bit(bits, i) === 0 || !areEqual(siblings[i], NOTHING), 'a sibling that is given is none');
  }
  return siblings;
}

/**
 * What the state under a root has in a table under a key.
 *
 * @param {string} root in hexadecimal
 * @returns {Promise<object>} { isProved: false }, { isProved: true, value }, or { isProved: true } where there is no such entry
 */
export async function lookUp(proof, table, key, root) {
  const path = await hash(STATE_KEY, Uint8Array.of(table), key);
  const { siblings, place, value, other } = proof;
  if (place === IS_OTHER && !canStandThere(other.path, path, siblings.length)) {
    return { isProved: false };
  }
  let node = NOTHING;
  if (place === IS_ENTRY) {
    node = await hash(STATE_LEAF, path, await hash(STATE_VALUE, value));
  } else if (place === IS_OTHER) {
    node = await hash(STATE_LEAF, other.path, other.valueHash);
  }
  for (let i = siblings.length - 1; i >= 0; i--) {
    node = await (bit(path, i) === 0 ? hash(STATE_NODE, node, siblings[i]) : hash(STATE_NODE, siblings[i], node));
  }
  return hex(node) === root ? { isProved: true, value } : { isProved: false };
}

/** Another entry is in the way only if its path is another one, but the same for the bits that led there. */
function canStandThere(otherPath, path, depth) {
  for (let i = 0; i < depth; i++) {
    if (bit(otherPath, i) !== bit(path, i)) {
      return false;
    }
  }
  return !areEqual(otherPath, path);
}

function bit(bytes, i) {
  return (bytes[i >> 3] >> (7 - (i & 7))) & 1;
}

/** A number as a key of the state: 8 bytes, the highest bit turned round. */
export function numberKey(number) {
  const key = new Uint8Array(8);
  new DataView(key.buffer).setBigUint64(0, number ^ (NUMBER_MAX + 1n));
  return key;
}
