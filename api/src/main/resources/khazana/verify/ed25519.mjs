// Which signatures are right: those that WebCrypto takes, and that have in addition the one form which every library takes.

import { unhex } from './bytes.mjs';
import { demand } from './doubt.mjs';

const PRIME = 2n ** 255n - 19n;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

/** The y of all points of order 1, 2, 4 and 8: 1, -1, 0, and two more that are each other's negatives. */
const ORDER_8 = 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n;
const SMALL_ORDER = [1n, PRIME - 1n, 0n, ORDER_8, PRIME - ORDER_8];

/** The public key of the first example in RFC 8032, section 7.1. */
const ANY_KEY = unhex('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');

/** Throws NOT_CHECKABLE_HERE, with what to do, where signatures cannot be checked. */
export async function demandCryptography() {
  demand(globalThis.crypto?.subtle !== undefined, 'NOT_CHECKABLE_HERE',
    'nothing was checked: browsers offer cryptography only to pages that were opened over https or from this very machine '
    + '(localhost). Open the page in such a way, or download the files and run: node verify.mjs');
  const isThere = await imported(ANY_KEY).then(() => true, () => false);
  demand(isThere, 'NOT_CHECKABLE_HERE',
    'nothing was checked: this browser cannot check Ed25519 signatures. Chrome and Edge can from version 137 on, Firefox from 129, '
    + 'Safari from 17, Node from 20');
}

/** Whether a signature is right, by docs/proofs.md: "Which signatures are right". */
export async function isRight(key, signature, message) {
  if (!isPoint(key) || !isPoint(signature.slice(0, 32)) || littleEndian(signature.slice(32)) >= ORDER) {
    return false;
  }
  try {
    return await crypto.subtle.verify('Ed25519', await imported(key), signature, message);
  } catch {
    return false; // the key is not on the curve
  }
}

function imported(key) {
  return crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']);
}

/** Canonical, and not of small order. WebCrypto sees whether it is on the curve. */
function isPoint(bytes) {
  const y = littleEndian(bytes) & (2n ** 255n - 1n);
  return y < PRIME && !SMALL_ORDER.includes(y);
}

/** The number that 32 bytes stand for. */
function littleEndian(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [24, 16, 8, 0].reduce((value, at) => (value << 64n) | view.getBigUint64(at, true), 0n);
}
