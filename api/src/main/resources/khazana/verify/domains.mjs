// Nothing is hashed or signed bare: each kind of object has a tag and a name, which stand before its parts.

import { joined } from './bytes.mjs';

export const GENESIS = domain(1, 'khazana/genesis/1');
export const TRANSACTION = domain(2, 'khazana/transaction/1');
export const ENVELOPE_LEAF = domain(3, 'khazana/envelope-leaf/1');
export const MERKLE_NODE = domain(4, 'khazana/merkle-node/1');
export const BLOCK_HEADER = domain(5, 'khazana/block-header/1');
export const STATE_KEY = domain(10, 'khazana/state-key/1');
export const STATE_VALUE = domain(11, 'khazana/state-value/1');
export const STATE_LEAF = domain(12, 'khazana/state-leaf/1');
export const STATE_NODE = domain(13, 'khazana/state-node/1');
export const RECEIPT_LEAF = domain(14, 'khazana/receipt-leaf/1');
export const HEAD = domain(15, 'khazana/head/1');
export const STATE_GROUP = domain(16, 'khazana/state-group/1');

function domain(tag, name) {
  return Uint8Array.of(tag, name.length, ...new TextEncoder().encode(name));
}

/** What is hashed or signed of an object that consists of the parts. */
export function preimage(prefix, ...parts) {
  return joined(prefix, ...parts);
}

/** SHA-256 under a domain. */
export async function hash(prefix, ...parts) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', preimage(prefix, ...parts)));
}
