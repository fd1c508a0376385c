// Proofs of all positions in one asset, and that there are no others.

import { Reader, areEqual, hex } from './bytes.mjs';
import { inForm } from './doubt.mjs';
import { STATE_LEAF, STATE_NODE, STATE_VALUE, hash } from './domains.mjs';
import { CODE_BYTES, GROUP_BITS, POSITIONS_TABLE, agree, bit, codeKey, groupOf, pathOf } from './state-path.mjs';
import { NOTHING, VALUE_BYTES_MAX, climb, readSiblings } from './state-proof.mjs';

export const GROUP_PROOF_BYTES_MAX = 45 << 20;

const POSITIONS_MAX = 1 << 20;
/** How many positions are hashed at a time: one after the other takes four times as long. */
const AT_ONCE = 1_000;
const KEY_BYTES = 8 + CODE_BYTES;
const [IS_EMPTY, IS_GROUP, IS_OTHER] = [0, 1, 2];

/** Reads { siblings, positions: [{ key, value }], other } in the one byte form; `other` only where another entry stands there. */
export function readGroupProof(bytes, name) {
  const refuse = (sentence) => inForm(false, `${name} is malformed: ${sentence}`);
  const reader = new Reader(bytes, refuse);
  const demand = (holds, sentence) => holds || refuse(sentence);
  demand(reader.number(1) === 1, 'its version is not 1');
  const proof = { siblings: readSiblings(reader, GROUP_BITS, demand), positions: [] };
  const place = reader.number(1);
  if (place === IS_GROUP) {
    const count = reader.number(4);
    demand(count >= 1 && count <= POSITIONS_MAX, 'it has too many positions, or none');
    while (proof.positions.length < count) {
      proof.positions.push(readEntry(reader, demand));
    }
  } else if (place === IS_OTHER) {
    proof.other = { path: reader.hash(), valueHash: reader.hash() };
  } else {
    demand(place === IS_EMPTY, 'what stands there is not said');
  }
  reader.end();
  return proof;
}

function readEntry(reader, demand) {
  const key = reader.take(reader.number(2));
  const length = reader.number(4);
  demand(length <= VALUE_BYTES_MAX, 'a value is too long');
  return { key, value: reader.take(length) };
}

/**
 * All positions in an asset.
 *
 * @param {string} root of the state, in hexadecimal
 * @returns {Promise<object[]>} those in this very asset; undefined if they are not proved
 */
export async function positionsIn(asset, { siblings, positions, other }, root) {
  const code = codeKey(asset);
  const group = await groupOf(code);
  const depth = siblings.length;
  const isOneForm = positions.length > 1 ? depth === GROUP_BITS : siblings.at(-1) !== NOTHING;
  const mayStandThere = other === undefined || (!agree(other.path, group, GROUP_BITS) && agree(other.path, group, depth));
  const entries = await inOrder(positions, group);
  if (!isOneForm || !mayStandThere || entries === undefined) {
    return undefined;
  }
  const node = other === undefined
    ? await nodeOver(entries, depth)
    : await hash(STATE_LEAF, other.path, other.valueHash);
  if (hex(await climb(node, group, siblings)) !== root) {
    return undefined;
  }
  return positions.filter(({ key }) => areEqual(key.slice(-CODE_BYTES), code));
}

/** Path and leaf of each position; undefined if one is not of the group, or not after the one before. */
async function inOrder(positions, group) {
  if (!positions.every(({ key }) => key.length === KEY_BYTES)) {
    return undefined;
  }
  const entries = [];
  for (let i = 0; i < positions.length; i += AT_ONCE) {
    entries.push(...await Promise.all(positions.slice(i, i + AT_ONCE).map(entryOf)));
  }
  const areRight = entries.every(({ path }, i) => agree(path, group, GROUP_BITS)
    && (i === 0 || hex(entries[i - 1].path) < hex(path)));
  return areRight ? entries : undefined;
}

async function entryOf({ key, value }) {
  const path = await pathOf(POSITIONS_TABLE, key);
  return { path, leaf: await hash(STATE_LEAF, path, await hash(STATE_VALUE, value)) };
}

/** The node at a depth below which just these entries stand, which are in order. */
async function nodeOver(entries, depth) {
  if (entries.length < 2) {
    return entries.length === 0 ? NOTHING : entries[0].leaf;
  }
  const firstOnTheRight = entries.findIndex(({ path }) => bit(path, depth) === 1);
  const middle = firstOnTheRight < 0 ? entries.length : firstOnTheRight;
  const sides = [entries.slice(0, middle), entries.slice(middle)];
  const below = (side) => nodeOver(side, depth + 1);
  const [left, right] = entries.length <= AT_ONCE
    ? await Promise.all(sides.map(below))
    : [await below(sides[0]), await below(sides[1])];
  return hash(STATE_NODE, left, right);
}
