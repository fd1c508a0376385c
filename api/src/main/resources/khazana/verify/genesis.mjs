// The genesis file: which network it is, and who its founders are. It is the one thing that must be trusted.

import { demand } from './doubt.mjs';
import { hex } from './bytes.mjs';
import { GENESIS, hash } from './domains.mjs';
import { parsed } from './strict-json.mjs';

/**
 * Reads who stands behind a network.
 *
 * @param {Uint8Array} bytes of the file
 * @returns {Promise<object>} { chainId, founders: { validators, minimums } }. Throws GENESIS_MALFORMED
 */
export async function readGenesis(bytes) {
  const malformed = (sentence) => demand(false, 'GENESIS_MALFORMED', `this is no genesis file: ${sentence}`);
  let json;
  try {
    json = parsed(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (problem) {
    malformed(problem.message);
  }
  try {
    return { chainId: hex(await hash(GENESIS, bytes)), founders: foundersIn(json) };
  } catch (problem) {
    return malformed(problem.message);
  }
}

function foundersIn(json) {
  const validators = elements(json?.validators, 'validators').map((validator) => ({
    id: fit(validator?.id, /^[a-z][a-z0-9-]{0,31}$/, 'the id of a validator'),
    organisation: fit(validator?.organisation, /./, 'the organisation of a validator'),
    group: fit(validator?.group, /^[A-Z]+$/, 'the group of a validator'),
    key: fit(validator?.signingKey, /^[0-9a-f]{64}$/, 'the signing key of a validator'),
    isVoter: true,
  }));
  const minimums = elements(json?.quorum?.atLeast, 'quorum.atLeast').map((minimum) => {
    if (!Number.isInteger(minimum?.members) || minimum.members < 1) {
      throw new Error('the members of a minimum are no number');
    }
    return { group: fit(minimum.group, /^[A-Z]+$/, 'the group of a minimum'), members: minimum.members };
  });
  if (validators.length === 0) {
    throw new Error('it names no validators');
  }
  return { validators, minimums };
}

function elements(value, name) {
  if (!Array.isArray(value)) {
    throw new Error(`it has no list ${name}`);
  }
  return value;
}

function fit(value, pattern, name) {
  if (typeof value !== 'string' || !pattern.test(value)) {
    throw new Error(`${name} is missing or not as it must be`);
  }
  return value;
}
