// Paths through Merkle trees in the shape of RFC 6962, section 2.1.

import { HASH_BYTES, INT_MAX, Reader } from './bytes.mjs';
import { inForm } from './doubt.mjs';
import { MERKLE_NODE, hash } from './domains.mjs';

export const PATH_BYTES_MAX = 8 + 31 * HASH_BYTES;

/** Reads { position, leafCount, siblings } from the bytes of a path. */
export function readPath(bytes, name) {
  const refuse = (sentence) => inForm(false, `${name} is malformed: ${sentence}`);
  const reader = new Reader(bytes, refuse);
  const position = reader.number(4);
  const leafCount = reader.number(4);
  if (leafCount < 1 || BigInt(leafCount) > INT_MAX || position >= leafCount) {
    refuse('there is no such position');
  }
  const siblings = siblingSides(position, leafCount).map((side) => ({ side, hash: reader.hash() }));
  reader.end();
  return { position, leafCount, siblings };
}

/** On which side each sibling stands, from the leaf upwards. */
function siblingSides(position, leafCount) {
  const sides = [];
  let [p, m] = [position, leafCount];
  while (m > 1) {
    let k = 1;
    while (2 * k < m) {
      k *= 2;
    }
    sides.unshift(p < k ? 'right' : 'left');
    [p, m] = p < k ? [p, k] : [p - k, m - k];
  }
  return sides;
}

/** The root to which the path leads from the hash of a leaf. */
export async function rootOver(leaf, path) {
  let node = leaf;
  for (const sibling of path.siblings) {
    node = await (sibling.side === 'left' ? hash(MERKLE_NODE, sibling.hash, node) : hash(MERKLE_NODE, node, sibling.hash));
  }
  return node;
}
