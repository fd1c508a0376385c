// Settlement proofs: a transaction stands in a block, and this came of it. Checked against an anchor, which comes from elsewhere.

import { hex, unhex } from './bytes.mjs';
import { demand, inForm, verdictOf } from './doubt.mjs';
import { BLOCK_HEADER, ENVELOPE_LEAF, RECEIPT_LEAF, TRANSACTION, hash } from './domains.mjs';
import { ENVELOPE_BYTES_MAX, bodyOf } from './envelope.mjs';
import { bytes, constant, readFields } from './fields.mjs';
import { HEADER_BYTES, readHeader } from './header.mjs';
import { PATH_BYTES_MAX, readPath, rootOver } from './merkle.mjs';
import { RECEIPT_BYTES_MAX, readReceipt } from './receipt.mjs';
import { parsed } from './strict-json.mjs';
import { settlementWords } from './words.mjs';

export const TYPE = 'khazana/settlement-proof/1';
export const FILE_CHARACTERS_MAX = 8 << 20;

const NO_TRANSACTION = [1001n, 1005n, 1006n, 1007n];

/** The parts of a settlement proof, in every file that has one. */
export const SETTLEMENT = {
  header: bytes(HEADER_BYTES, ofLength(HEADER_BYTES)),
  envelope: bytes(ENVELOPE_BYTES_MAX),
  envelopePath: bytes(PATH_BYTES_MAX, readPath),
  receipt: bytes(RECEIPT_BYTES_MAX),
  receiptPath: bytes(PATH_BYTES_MAX, readPath),
};

function ofLength(count) {
  return (content, name) => {
    inForm(content.length === count, `${name} has not ${count} bytes`);
    return content;
  };
}

/**
 * Checks a settlement proof that brings no certificate.
 *
 * @param {string} file the text of the file
 * @param anchor what is known of the block from elsewhere: { chainId, height, blockHash, receiptsRoot }; hashes in hexadecimal
 * @returns {Promise<object>} { proved: true, header, receipt, words } or { proved: false, doubt, sentence }
 */
export function verify(file, anchor) {
  return verdictOf(async () => {
    inForm(file.length <= FILE_CHARACTERS_MAX, 'the file is too long');
    const proof = readFields(parsed(file), { type: constant(TYPE), ...SETTLEMENT }, 'the file');
    const settled = await settlement(proof, { ...anchor, height: BigInt(anchor.height) });
    return { ...settled, words: settlementWords(settled) };
  });
}

/** What became of the transaction: { header, receipt }. Throws the first doubt. */
export async function settlement(proof, anchor) {
  const header = readHeader(proof.header);
  demand(header.chainId === anchor.chainId, 'CHAIN_DIFFERENT', 'the header is of another network');
  demand(header.height === anchor.height, 'HEIGHT_DIFFERENT', 'the header is of another height');
  const blockHash = hex(await hash(BLOCK_HEADER, proof.header));
  demand(blockHash === anchor.blockHash, 'BLOCK_DIFFERENT', 'the header is that of another block');

  const receipt = readReceipt(proof.receipt);
  demand(receipt.height === header.height && receipt.timeMillis === header.timeMillis,
    'RECEIPT_OF_ANOTHER_BLOCK', 'the receipt is of a block of another height or time');

  for (const path of [proof.envelopePath, proof.receiptPath]) {
    demand(path.leafCount === header.transactionCount, 'COUNT_DIFFERENT', 'a path is of more or fewer leaves');
    demand(BigInt(path.position) === receipt.position, 'POSITION_DIFFERENT', 'a path is of another position');
  }
  const envelopeLeaf = await hash(ENVELOPE_LEAF, proof.envelope);
  demand(hex(await rootOver(envelopeLeaf, proof.envelopePath)) === header.transactionsRoot,
    'ENVELOPE_NOT_IN_BLOCK', 'the envelope does not stand at its position in the block');
  const receiptLeaf = await hash(RECEIPT_LEAF, proof.receipt);
  demand(hex(await rootOver(receiptLeaf, proof.receiptPath)) === anchor.receiptsRoot,
    'RECEIPT_NOT_UNDER_ROOT', 'the receipt does not stand at its position under the receipts root');

  if (receipt.transactionId === hex(envelopeLeaf)) {
    demand(receipt.refusals.length === 1 && NO_TRANSACTION.includes(receipt.refusals[0].code),
      'RECEIPT_CONTRADICTS_ITSELF', 'an envelope that is no transaction was not refused for that');
  } else {
    const id = hex(await hash(TRANSACTION, unhex(header.chainId), bodyOf(proof.envelope)));
    demand(receipt.transactionId === id, 'TRANSACTION_DIFFERENT', 'the receipt is that of another transaction');
  }
  return { header, receipt };
}
