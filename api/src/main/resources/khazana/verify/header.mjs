// The header of a block: 222 bytes.

import { INT_MAX, Reader, ascii, hex } from './bytes.mjs';
import { demand } from './doubt.mjs';

export const HEADER_BYTES = 222;

/** Reads a header; throws HEADER_MALFORMED. */
export function readHeader(bytes) {
  const wellFormed = (holds, sentence) => demand(holds, 'HEADER_MALFORMED', `the header is malformed: ${sentence}`);
  const reader = new Reader(bytes, (sentence) => wellFormed(false, sentence));
  wellFormed(reader.number(2) === 2, 'its version is not 2');
  const chainId = hex(reader.hash());
  const height = reader.long();
  const term = reader.long();
  const proposer = ascii(reader.hash());
  const timeMillis = reader.long();
  reader.hash(); // parent
  const transactionsRoot = hex(reader.hash());
  const transactionCount = reader.number(4);
  reader.hash(); // who takes part
  reader.hash(); // the certificate that the block carries
  reader.end();
  wellFormed(height >= 1n, 'its height is 0');
  wellFormed(/^[a-z0-9-]+\0*$/.test(proposer), 'its proposer is no id');
  wellFormed(BigInt(transactionCount) <= INT_MAX, 'a number is negative');
  return { chainId, height, term, proposer: proposer.replaceAll('\0', ''), timeMillis, transactionsRoot, transactionCount };
}
