// Proofs of what the state tree has in one place: an entry, or none.

import { HASH_BYTES, Reader, areEqual, hex } from './bytes.mjs';
import { inForm } from './doubt.mjs';
import { STATE_LEAF, STATE_NODE, STATE_VALUE, hash } from './domains.mjs';
import { agree, bit, pathOf } from './state-path.mjs';

export const STATE_PROOF_BYTES_MAX = 64 << 10;
export const VALUE_BYTES_MAX = 1 << 20;
export const NOTHING = new Uint8Array(HASH_BYTES);

const SIBLINGS_MAX = 256;
const [IS_EMPTY, IS_ENTRY, IS_OTHER] = [0, 1, 2];

/** Reads { siblings, place, value } or { siblings, place, other: { path, valueHash } } in the one byte form. */
export function readStateProof(bytes, name) {
  const refuse = (sentence) => inForm(false, `${name} is malformed: ${sentence}`);
  const reader = new Reader(bytes, refuse);
  const demand = (holds, sentence) => holds || refuse(sentence);
  demand(reader.number(1) === 1, 'its version is not 1');
  const siblings = readSiblings(reader, SIBLINGS_MAX, demand);
  demand(siblings.at(-1) !== NOTHING, 'its last sibling is not given');
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

/** Reads a number of siblings, of which those that are not given are NOTHING. */
export function readSiblings(reader, countMax, demand) {
  const count = reader.number(2);
  demand(count <= countMax, 'it has too many siblings');
  const bits = reader.take(Math.floor((count + 7) / 8));
  for (let i = count; i < 8 * bits.length; i++) {
    demand(bit(bits, i) === 0, 'a bit that is left over is not 0');
  }
  const siblings = [];
  for (let i = 0; i < count; i++) {
    siblings.push(bit(bits, i) === 1 ? reader.hash() : NOTHING);
    demand(siblings[i] === NOTHING || !areEqual(siblings[i], NOTHING), 'a sibling that is given is none');
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
  const path = await pathOf(table, key);
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
  const top = await climb(node, path, siblings);
  return hex(top) === root ? { isProved: true, value } : { isProved: false };
}

/** The root above a node: upwards by the siblings, the last one first, and the bits of the path. */
export async function climb(node, path, siblings) {
  let top = node;
  for (let i = siblings.length - 1; i >= 0; i--) {
    top = await (bit(path, i) === 0 ? hash(STATE_NODE, top, siblings[i]) : hash(STATE_NODE, siblings[i], top));
  }
  return top;
}

/** Another entry is in the way only if its path is another one, but the same for the bits that led there. */
function canStandThere(otherPath, path, depth) {
  return agree(otherPath, path, depth) && !areEqual(otherPath, path);
}
