// Histories of single tokens: by which transaction one came into being, each by which it moved, and who holds it after one block.

import { joined } from './bytes.mjs';
import { demand } from './doubt.mjs';
import { bytes, code, id, list, readFields } from './fields.mjs';
import { readLot, readPassage } from './serial-records.mjs';
import { SETTLEMENT, settlement } from './settlement-proof.mjs';
import { codeKey, numberKey } from './state-path.mjs';
import { STATE_PROOF_BYTES_MAX, lookUp, readStateProof } from './state-proof.mjs';
import { TESTIMONY, believed } from './testimony.mjs';

const [LOTS_TABLE, PASSAGES_TABLE] = [20, 23];
const PASSAGES_MAX = 1000;

const TRANSACTION = { ...SETTLEMENT, heads: TESTIMONY.heads, certificate: TESTIMONY.certificate };
const record = bytes(STATE_PROOF_BYTES_MAX, readStateProof);

/** The fields of a history, beside type and testimony. */
export const HISTORY = {
  asset: code,
  serial: id,
  lotFirst: id,
  lot: record,
  passages: list(PASSAGES_MAX, record),
  transactions: list(PASSAGES_MAX, (json, name) => readFields(json, TRANSACTION, name)),
};

/**
 * What happened to the token: { asset, serial, holder, movements: [{ height, timeMillis, transactionId, from, to, before, after }] }, oldest
 * first; accounts that are not there are undefined. Throws the first doubt.
 *
 * @param head the head that the testimony has made believed
 * @param network { chainId }
 * @param reigns those to which the steps lead
 */
export async function history(proof, head, network, reigns) {
  const lot = await provedLot(proof, head.stateRoot);
  const movements = await provedMovements(proof, lot, head);
  const newest = movements.at(-1);
  const last = newest.after === proof.serial ? newest.to : undefined;
  demand(lot.holder === last, 'HOLDER_DIFFERENT', `the state says that ${named(lot.holder)} holds it, but ${named(last)} received it last`);
  await demandSettled(proof, movements, network, reigns);
  return { asset: proof.asset, serial: proof.serial, holder: lot.holder, movements };
}

async function provedLot({ asset, serial, lotFirst, lot }, stateRoot) {
  const { isProved, value } = await lookUp(lot, LOTS_TABLE, joined(codeKey(asset), numberKey(lotFirst)), stateRoot);
  demand(isProved && value !== undefined, 'LOT_NOT_PROVED', `the state that was certified does not have that lot from ${lotFirst} on`);
  const read = readLot(lotFirst, value);
  demand(includes(read, serial), 'SERIAL_NOT_IN_LOT', `${serial} is not a serial of the lot`);
  return read;
}

/** Follows the passages from the lot back to the beginning. */
async function provedMovements({ asset, serial, passages }, lot, head) {
  const movements = [];
  let next = { ...lot.passage, serial };
  for (const passageProof of passages) {
    demand(next !== undefined, 'HISTORY_BROKEN', 'there are passages from before the token came into being');
    const key = joined(numberKey(next.height), numberKey(next.place));
    const { isProved, value } = await lookUp(passageProof, PASSAGES_TABLE, key, head.stateRoot);
    demand(isProved && value !== undefined, 'PASSAGE_NOT_PROVED', `the state does not have that passage of block ${next.height}`);
    next = follow({ ...next, ...readPassage(value) }, next, asset, movements, head);
  }
  demand(next === undefined, 'HISTORY_NOT_BEGUN_BY_MINT', 'the history breaks off before the token came into being');
  return movements;
}

/** Where to go on from a passage, with which serial; undefined at the beginning. Puts a movement of the token before the others. */
function follow(passage, { serial }, asset, movements, head) {
  const unbroken = (holds) => demand(holds, 'HISTORY_BROKEN', `the passage of block ${passage.height} does not lead to what came after it`);
  unbroken(passage.asset === asset);
  const old = { first: passage.earlier?.first ?? passage.first, count: passage.count };
  const isAfter = includes(passage, serial);
  if (!isAfter && !includes(old, serial)) {
    const side = serial < passage.first ? passage.below : passage.above;
    unbroken(side !== undefined);
    return { ...side, serial };
  }
  const offset = serial - (isAfter ? passage : old).first;
  const [before, after] = [old.first + offset, passage.first + offset];
  const { earlier, from, to, height, place, timeMillis, transactionId } = passage;
  demand(earlier !== undefined || (from === undefined && to !== undefined),
    'HISTORY_NOT_BEGUN_BY_MINT', `the history begins in block ${height} with tokens that were there before`);
  unbroken(earlier === undefined || from !== undefined);
  unbroken((before !== after) === (from !== undefined && from === to));
  const later = movements[0];
  if (later === undefined) {
    unbroken(height <= head.height);
  } else {
    unbroken(after === serial && isBefore(passage, later) && to === later.from);
  }
  movements.unshift({ height, place, timeMillis, transactionId, from, to, before, after });
  return earlier && { height: earlier.height, place: earlier.place, serial: before };
}

function isBefore(one, other) {
  return one.height < other.height || (one.height === other.height && one.place < other.place);
}

/** The receipts must say of the token just what the passages say. */
async function demandSettled({ asset, transactions }, movements, network, reigns) {
  const groups = [];
  for (const movement of movements) {
    const last = groups.at(-1)?.[0];
    if (last !== undefined && last.height === movement.height && positionOf(last) === positionOf(movement)) {
      groups.at(-1).push(movement);
    } else {
      groups.push([movement]);
    }
  }
  demand(groups.length === transactions.length, 'SERIAL_NOT_MOVED',
    `${groups.length} transactions moved the token, but there are proofs of ${transactions.length}`);
  for (const [i, transaction] of transactions.entries()) {
    const { head } = await believed(transaction, network, reigns);
    const { receipt } = await settlement(transaction, head);
    demand(groups[i].every((movement) => isOf(movement, receipt)), 'SERIAL_NOT_MOVED', 'a transaction is not the one that moved the token');
    demand(receipt.refusals.length === 0 && areSame(turnsOf(groups[i]), turnsIn(receipt, asset, groups[i])),
      'SERIAL_NOT_MOVED', `transaction ${receipt.transactionId} did not move the token as the state says`);
  }
}

function positionOf({ place }) {
  return place >> 32n;
}

function isOf(movement, receipt) {
  return movement.height === receipt.height && positionOf(movement) === receipt.position
    && movement.transactionId === receipt.transactionId && movement.timeMillis === receipt.timeMillis;
}

/** Who gave and who received, in order. A renumbering leaves the token where it is. */
function turnsOf(movements) {
  return movements.filter(({ from, to }) => from !== to).flatMap(({ from, to }) => [
    ...(from === undefined ? [] : [`${from} gave`]),
    ...(to === undefined ? [] : [`${to} received`]),
  ]);
}

function turnsIn({ postings }, asset, movements) {
  const borne = movements.flatMap(({ before, after }) => [before, after]);
  return postings
    .filter((posting) => posting.asset === asset && posting.serials.some((range) => borne.some((serial) => includes(range, serial))))
    .map(({ account, before, after }) => `${account} ${after < before ? 'gave' : after > before ? 'received' : 'kept'}`);
}

function areSame(one, other) {
  return one.length === other.length && one.every((turn, i) => turn === other[i]);
}

function includes({ first, count }, serial) {
  return serial >= first && serial - first < count;
}

function named(account) {
  return account === undefined ? 'nobody' : `account ${account}`;
}
