// Heads, which say what the ledger is after one block, and certificates, which are signed heads.

import { HASH_BYTES, Reader, hex } from './bytes.mjs';
import { inForm } from './doubt.mjs';

export const HEAD_BYTES = 178;
export const SIGNATURES_MAX = 9;
const SIGNATURE_BYTES = 64;
export const CERTIFICATE_BYTES_MAX = HEAD_BYTES + 1 + SIGNATURES_MAX * (HASH_BYTES + SIGNATURE_BYTES);

/** Reads a head, which keeps its `bytes`; hashes are in hexadecimal. */
export function readHead(bytes, name) {
  const reader = new Reader(bytes, (sentence) => inForm(false, `${name} is malformed: ${sentence}`));
  inForm(reader.number(2) === 1, `the version of ${name} is not 1`);
  const head = {
    bytes,
    chainId: hex(reader.hash()),
    epoch: reader.long(),
    height: reader.long(),
    blockHash: hex(reader.hash()),
    stateRoot: hex(reader.hash()),
    receiptsRoot: hex(reader.hash()),
    previous: hex(reader.hash()),
  };
  reader.end();
  return head;
}

/** Reads { head, signatures: [{ key, signature }] }. */
export function readCertificate(bytes, name) {
  const reader = new Reader(bytes, (sentence) => inForm(false, `${name} is malformed: ${sentence}`));
  const head = readHead(reader.take(HEAD_BYTES), name);
  const count = reader.number(1);
  inForm(count >= 1 && count <= SIGNATURES_MAX, `${name} has ${count} signatures`);
  const signatures = [];
  for (let i = 0; i < count; i++) {
    signatures.push({ key: reader.take(HASH_BYTES), signature: reader.take(SIGNATURE_BYTES) });
  }
  reader.end();
  const keys = signatures.map(({ key }) => hex(key));
  inForm(keys.every((key, i) => i === 0 || keys[i - 1] < key), `the keys of ${name} are not in ascending order`);
  return { head, signatures };
}
