// The way from the founders to later validators: each step is certified by those who are replaced.

import { NUMBER_MAX, Reader } from './bytes.mjs';
import { demandRight } from './certificate.mjs';
import { demand } from './doubt.mjs';
import { CERTIFICATE_BYTES_MAX, readCertificate } from './head.mjs';
import { bytes, readFields } from './fields.mjs';
import { numberKey } from './state-path.mjs';
import { STATE_PROOF_BYTES_MAX, lookUp, readStateProof } from './state-proof.mjs';
import { readValidatorSet } from './validator-set.mjs';

export const STEPS_MAX = 64;

const VALIDATORS_TABLE = 10;
const NEWEST_EPOCH_TABLE = 12;
const NEWEST_EPOCH_KEY = Uint8Array.of(2);

const STEP = {
  certificate: bytes(CERTIFICATE_BYTES_MAX, readCertificate),
  validators: bytes(STATE_PROOF_BYTES_MAX, readStateProof),
  newest: bytes(STATE_PROOF_BYTES_MAX, readStateProof),
};

export const readStep = (json, name) => readFields(json, STEP, name);

/** The reigns that the steps lead through, the founders' first. Throws STEP_WRONG. */
export async function walk(founders, steps) {
  let last = { epoch: 0n, ...founders, firstHeight: 0n, end: null };
  const reigns = [last];
  for (const [i, step] of steps.entries()) {
    const right = (holds, sentence) => demand(holds, 'STEP_WRONG', `step ${i + 1} is not proved: ${sentence}`);
    const head = step.certificate.head;
    right(head.epoch === last.epoch, `it is of epoch ${head.epoch}, not ${last.epoch}`);
    right(head.height < NUMBER_MAX, 'no height is left after it');
    await demandRight(step.certificate, last, 'STEP_WRONG');
    const epoch = await newestEpoch(step.newest, head.stateRoot, right);
    right(epoch > last.epoch, `epoch ${epoch} is not after ${last.epoch}`);
    const successors = await lookUp(step.validators, VALIDATORS_TABLE, numberKey(epoch), head.stateRoot);
    right(successors.isProved && successors.value !== undefined, `the validators of epoch ${epoch} are not those`);
    const set = readValidatorSet(successors.value, (sentence) => right(false, sentence));
    last.end = head;
    last = { epoch, ...set, firstHeight: head.height + 1n, end: null };
    reigns.push(last);
  }
  return reigns;
}

async function newestEpoch(proof, root, right) {
  const { isProved, value } = await lookUp(proof, NEWEST_EPOCH_TABLE, NEWEST_EPOCH_KEY, root);
  right(isProved && value?.length === 8, 'the newest epoch is not that');
  return new Reader(value, (sentence) => right(false, sentence)).long();
}
