// Checks settlement proofs of Khazana, offline, as docs/proofs.md says. Needs nothing but WebCrypto: runs in Node 20 and in
// browsers. Numbers of the ledger are BigInt.

const FILE_CHARACTERS_MAX = 8 << 20;
const ENVELOPE_BYTES_MAX = 64 << 10;
const RECEIPT_BYTES_MAX = 4 << 20;
const REFUSALS_MAX = 32;
const NUMBER_MAX = 2n ** 63n - 1n;
const INT_MAX = 2n ** 31n - 1n;
const DATE_MILLIS_MAX = 8_640_000_000_000_000n;
const HASH_BYTES = 32;
const LEG_REFUSED = 7007n;
const NO_TRANSACTION = [1001n, 1005n, 1006n, 1007n];
const TYPE = 'khazana/settlement-proof/1';
const PARTS = ['header', 'envelope', 'envelopePath', 'receipt', 'receiptPath'];

const TRANSACTION = [2, 'khazana/transaction/1'];
const ENVELOPE_LEAF = [3, 'khazana/envelope-leaf/1'];
const MERKLE_NODE = [4, 'khazana/merkle-node/1'];
const BLOCK_HEADER = [5, 'khazana/block-header/1'];
const RECEIPT_LEAF = [14, 'khazana/receipt-leaf/1'];

/** Why nothing is proved: `doubt` is one of the names in docs/proofs.md, or FILE_MALFORMED. */
class Doubtful extends Error {
  constructor(doubt, sentence) {
    super(sentence);
    this.doubt = doubt;
  }
}

function demand(holds, doubt, sentence) {
  if (!holds) {
    throw new Doubtful(doubt, sentence);
  }
}

/**
 * Checks a proof.
 *
 * @param {string} file the text of the file
 * @param anchor what is known of the block from elsewhere: { chainId, height, blockHash, receiptsRoot }; hashes in hexadecimal
 * @returns {Promise<object>} { proved: true, header, receipt, words } or { proved: false, doubt, sentence }
 */
export async function verify(file, anchor) {
  try {
    return { proved: true, ...(await proved(read(file), anchor)) };
  } catch (problem) {
    if (problem instanceof Doubtful) {
      return { proved: false, doubt: problem.doubt, sentence: problem.message };
    }
    throw problem;
  }
}

async function proved(proof, anchor) {
  const header = readHeader(proof.header);
  demand(header.chainId === anchor.chainId, 'CHAIN_DIFFERENT', 'the header is of another network');
  demand(header.height === BigInt(anchor.height), 'HEIGHT_DIFFERENT', 'the header is of another height');
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
    const id = hex(await hash(TRANSACTION, unhex(header.chainId), body(proof.envelope)));
    demand(receipt.transactionId === id, 'TRANSACTION_DIFFERENT', 'the receipt is that of another transaction');
  }
  return { header, receipt, words: words(header, receipt) };
}

// The file

function read(file) {
  const malformed = (holds, sentence) => demand(holds, 'FILE_MALFORMED', sentence);
  malformed(file.length <= FILE_CHARACTERS_MAX, 'the file is too long');
  const json = parsed(file);
  malformed(json !== null && typeof json === 'object' && !Array.isArray(json), 'the file is no JSON object');
  malformed(Object.values(json).every((value) => typeof value === 'string'), 'a field is no string');
  // JSON.parse takes the last one of two fields of one name; but then there are more strings than names and values.
  const strings = file.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  malformed(strings.length === 2 * Object.keys(json).length, 'a field is there twice');
  malformed(json.type === TYPE, `the type is not ${TYPE}`);
  const names = Object.keys(json).filter((name) => name !== 'type').sort();
  malformed(names.join() === [...PARTS].sort().join(), `the fields are not type, ${PARTS.join(', ')}`);
  const proof = Object.fromEntries(PARTS.map((name) => [name, unbase64(json[name], name)]));
  malformed(proof.header.length === 190, 'the header has not 190 bytes');
  malformed(proof.envelope.length <= ENVELOPE_BYTES_MAX, 'the envelope is too long');
  malformed(proof.receipt.length <= RECEIPT_BYTES_MAX, 'the receipt is too long');
  return { ...proof, envelopePath: readPath(proof.envelopePath), receiptPath: readPath(proof.receiptPath) };
}

function parsed(file) {
  try {
    return JSON.parse(file);
  } catch (problem) {
    throw new Doubtful('FILE_MALFORMED', `the file is no JSON: ${problem.message}`);
  }
}

function unbase64(text, name) {
  try {
    const characters = atob(text);
    demand(btoa(characters) === text, 'FILE_MALFORMED', `${name} is not as base64 is written`);
    return Uint8Array.from(characters, (character) => character.charCodeAt(0));
  } catch (problem) {
    throw problem instanceof Doubtful ? problem : new Doubtful('FILE_MALFORMED', `${name} is no base64`);
  }
}

// Merkle paths

function readPath(bytes) {
  const malformed = (holds) => demand(holds, 'FILE_MALFORMED', 'a path is malformed');
  malformed(bytes.length >= 8 && bytes.length % HASH_BYTES === 8);
  const position = view(bytes).getUint32(0);
  const leafCount = view(bytes).getUint32(4);
  malformed(leafCount >= 1 && leafCount <= INT_MAX && position < leafCount);
  const sides = siblingSides(position, leafCount);
  malformed(bytes.length === 8 + HASH_BYTES * sides.length);
  const siblings = sides.map((side, i) => ({ side, hash: bytes.slice(8 + HASH_BYTES * i, 8 + HASH_BYTES * (i + 1)) }));
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

async function rootOver(leaf, path) {
  let node = leaf;
  for (const sibling of path.siblings) {
    node = await (sibling.side === 'left' ? hash(MERKLE_NODE, sibling.hash, node) : hash(MERKLE_NODE, node, sibling.hash));
  }
  return node;
}

// The header

function readHeader(bytes) {
  const malformed = (holds, sentence) => demand(holds, 'HEADER_MALFORMED', sentence);
  const at = view(bytes);
  const number = (offset) => {
    const value = at.getBigUint64(offset);
    malformed(value <= NUMBER_MAX, 'a number of the header is negative');
    return value;
  };
  malformed(at.getUint16(0) === 1, 'the version of the header is not 1');
  const proposer = String.fromCharCode(...bytes.slice(50, 82));
  malformed(/^[a-z0-9-]+\0*$/.test(proposer), 'the proposer is not as a header has it');
  const transactionCount = at.getUint32(154);
  malformed(transactionCount <= INT_MAX, 'a number of the header is negative');
  const header = {
    chainId: hex(bytes.slice(2, 34)),
    height: number(34),
    term: number(42),
    proposer: proposer.replaceAll('\0', ''),
    timeMillis: number(82),
    transactionsRoot: hex(bytes.slice(122, 154)),
    transactionCount,
  };
  malformed(header.height >= 1n, 'the height of the header is 0');
  return header;
}

// The receipt: each message is a list of its fields in ascending order

const RANGE = [[1, 'first', 'number'], [2, 'count', 'number']];
const POSTING = [[1, 'account', 'number'], [2, 'asset', 'bytes'], [3, 'before', 'number'], [4, 'after', 'number'],
  [5, 'serials', RANGE]];
const REFUSAL = [[1, 'code', 'number'], [2, 'leg', 'number'], [3, 'legCode', 'number']];
const RECEIPT = [[1, 'transactionId', 'bytes'], [2, 'height', 'number'], [3, 'position', 'number'],
  [4, 'timeMillis', 'number'], [5, 'refusals', REFUSAL], [6, 'postings', POSTING]];

function readReceipt(bytes) {
  const receipt = readMessage(bytes, RECEIPT);
  wellFormed(receipt.transactionId.length === HASH_BYTES, 'its id has not 32 bytes');
  wellFormed(receipt.height >= 1n && receipt.position <= INT_MAX, 'its height or position');
  wellFormed(receipt.refusals.length <= REFUSALS_MAX, 'it has too many refusals');
  wellFormed(receipt.refusals.length === 0 || receipt.postings.length === 0, 'something was done, though it was refused');
  for (const { code, leg, legCode } of receipt.refusals) {
    wellFormed(code >= 1n && (leg === 0n ? legCode === 0n : code === LEG_REFUSED && legCode >= 1n && leg <= INT_MAX), 'a refusal');
  }
  for (const posting of receipt.postings) {
    posting.asset = String.fromCharCode(...posting.asset.slice(0, 13));
    wellFormed(posting.account >= 1n && /^[A-Z0-9]{1,12}$/.test(posting.asset), 'a posting');
    wellFormed(posting.serials.every(({ first, count }) => first >= 1n && count >= 1n && first + count <= NUMBER_MAX), 'serials');
  }
  return { ...receipt, transactionId: hex(receipt.transactionId) };
}

function wellFormed(holds, sentence) {
  demand(holds, 'RECEIPT_MALFORMED', `the receipt is malformed: ${sentence}`);
}

function readMessage(bytes, shape) {
  let at = 0;
  const takesKey = (key) => at < bytes.length && bytes[at] === key && ++at > 0;
  const number = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      wellFormed(at < bytes.length && shift < 63n, 'a number');
      const byte = bytes[at++];
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) {
        wellFormed(byte > 0 || shift === 0n, 'a number is longer than it must be');
        return value;
      }
    }
  };
  const content = () => {
    const length = number();
    wellFormed(length <= bytes.length - at, 'it ends too early');
    at += Number(length);
    return bytes.slice(at - Number(length), at);
  };
  const message = {};
  for (const [field, name, kind] of shape) {
    if (kind === 'number') {
      const isThere = takesKey(8 * field);
      message[name] = isThere ? number() : 0n;
      wellFormed(!isThere || message[name] > 0n, 'a 0 is not left out');
    } else if (kind === 'bytes') {
      wellFormed(takesKey(8 * field + 2), `it has no ${name}`);
      message[name] = content();
    } else {
      message[name] = [];
      while (takesKey(8 * field + 2)) {
        message[name].push(readMessage(content(), kind));
      }
    }
  }
  wellFormed(at === bytes.length, 'something is there that no receipt has, or not in order');
  return message;
}

// The envelope: fields of bytes as protobuf reads them, of which the last one with number 1 is the body

function body(envelope) {
  const readable = (holds) => demand(holds, 'TRANSACTION_UNREADABLE', 'the envelope cannot be read');
  let at = 0;
  const number = () => {
    for (let value = 0, place = 1; ; place *= 128) {
      readable(at < envelope.length && place < 2 ** 35);
      const byte = envelope[at++];
      value += (byte & 127) * place;
      if (byte < 128) {
        return value;
      }
    }
  };
  let found = new Uint8Array(0);
  while (at < envelope.length) {
    const key = number();
    readable(key === 10 || key === 18);
    const length = number();
    readable(length <= envelope.length - at);
    at += length;
    if (key === 10) {
      found = envelope.slice(at - length, at);
    }
  }
  return found;
}

// What was proved, in plain words

function words(header, receipt) {
  const isADate = receipt.timeMillis <= DATE_MILLIS_MAX;
  const time = isADate ? new Date(Number(receipt.timeMillis)).toISOString() : `${receipt.timeMillis} ms after 1970`;
  const place = `position ${receipt.position} among ${header.transactionCount} transactions`;
  const lines = [`Block ${receipt.height} of network ${header.chainId}, ${time}, ${place}: ${receipt.transactionId}`];
  if (receipt.refusals.length > 0) {
    lines.push('Refused; nothing was done:');
    receipt.refusals.forEach(({ code, leg, legCode }) => lines.push(`  ${code}${leg > 0n ? `, leg ${leg}: ${legCode}` : ''}`));
    return lines;
  }
  lines.push(receipt.postings.length === 0 ? 'Done; no position changed.' : 'Done:');
  for (const { account, asset, before, after, serials } of receipt.postings) {
    const moved = after < before ? `gave ${grouped(before - after)}` : `received ${grouped(after - before)}`;
    const unit = asset.length === 3 ? 'minor units of' : 'tokens of';
    const ranges = serials.map(({ first, count }) => `${first} to ${first + count - 1n}`).join(', ');
    lines.push(`  account ${account} ${moved} ${unit} ${asset}${ranges && `, serials ${ranges}`}`
      + `: from ${grouped(before)} to ${grouped(after)}`);
  }
  return lines;
}

function grouped(number) {
  return number.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}

// Bytes

async function hash([tag, name], ...parts) {
  const prefix = [tag, name.length, ...new TextEncoder().encode(name)];
  const preimage = new Uint8Array(parts.reduce((length, part) => length + part.length, prefix.length));
  preimage.set(prefix);
  let at = prefix.length;
  for (const part of parts) {
    preimage.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', preimage));
}

function view(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function unhex(text) {
  return Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16));
}
