// A receipt: each message is a list of its fields in ascending order, in just one byte form.

import { HASH_BYTES, INT_MAX, NUMBER_MAX, ascii, hex } from './bytes.mjs';
import { demand } from './doubt.mjs';

export const RECEIPT_BYTES_MAX = 4 << 20;

const REFUSALS_MAX = 32;
const SERIALS_MAX = 256;
const LEG_REFUSED = 7007n;

const RANGE = [[1, 'first', 'number'], [2, 'count', 'number']];
const POSTING = [[1, 'account', 'number'], [2, 'asset', 'bytes'], [3, 'before', 'number'], [4, 'after', 'number'],
  [5, 'serials', RANGE]];
const REFUSAL = [[1, 'code', 'number'], [2, 'leg', 'number'], [3, 'legCode', 'number']];
const LEG_LEFT_OUT = [[1, 'leg', 'number'], [2, 'code', 'number']];
const RECEIPT = [[1, 'transactionId', 'bytes'], [2, 'height', 'number'], [3, 'position', 'number'],
  [4, 'timeMillis', 'number'], [5, 'refusals', REFUSAL], [6, 'postings', POSTING],
  [7, 'legsLeftOut', LEG_LEFT_OUT]];

/** Reads a receipt; throws RECEIPT_MALFORMED. */
export function readReceipt(bytes) {
  const receipt = readMessage(bytes, RECEIPT);
  wellFormed(receipt.transactionId.length === HASH_BYTES, 'its id has not 32 bytes');
  wellFormed(receipt.height >= 1n && receipt.position <= INT_MAX, 'its height or position');
  wellFormed(receipt.refusals.length <= REFUSALS_MAX, 'it has too many refusals');
  wellFormed(receipt.refusals.length === 0 || receipt.postings.length + receipt.legsLeftOut.length === 0,
    'something was done, though it was refused');
  for (const { code, leg, legCode } of receipt.refusals) {
    const isOfLeg = code === LEG_REFUSED && leg <= INT_MAX && legCode >= 1n;
    wellFormed(code >= 1n && (leg === 0n ? legCode === 0n : isOfLeg), 'a refusal');
  }
  for (const posting of receipt.postings) {
    posting.asset = ascii(posting.asset.slice(0, 13));
    wellFormed(posting.account >= 1n && /^[A-Z0-9]{1,12}$/.test(posting.asset), 'a posting');
    wellFormed(posting.serials.length <= SERIALS_MAX, 'a posting has too many serials');
    wellFormed(posting.serials.every(({ first, count }) => first >= 1n && count >= 1n && first + count <= NUMBER_MAX), 'serials');
  }
  receipt.legsLeftOut.forEach(({ leg, code }, i) => {
    const last = i === 0 ? 1n : receipt.legsLeftOut[i - 1].leg;
    wellFormed(leg >= last && leg <= INT_MAX && code >= 1n, 'a leg that was left out');
  });
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
