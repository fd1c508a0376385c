// Checks the proofs of Khazana offline, as docs/proofs.md says. Written from that page alone. Needs nothing but WebCrypto: runs in
// browsers, and in Node from 20 on as: node verify.mjs proof.json --genesis genesis.json

import { BALANCE, balance } from './balance-proof.mjs';
import { NUMBER_MAX } from './bytes.mjs';
import { inForm, verdictOf } from './doubt.mjs';
import { demandCryptography } from './ed25519.mjs';
import { constant, readFields } from './fields.mjs';
import { readGenesis } from './genesis.mjs';
import { REGISTER, register } from './register-statement.mjs';
import { HISTORY, history } from './serial-history.mjs';
import { FILE_CHARACTERS_MAX, SETTLEMENT, TYPE as UNCERTIFIED, settlement } from './settlement-proof.mjs';
import { parsed } from './strict-json.mjs';
import { TESTIMONY, believedHead } from './testimony.mjs';
import { balanceWords, historyWords, registerWords, settlementWords, testimonyWords } from './words.mjs';

/** Most of the longest file. */
export const STATEMENT_CHARACTERS_MAX = 64 << 20;

/** What can be proved: the fields of the file beside those of the testimony, and what they come to under the head that it gives. */
const KINDS = {
  'khazana/certified-settlement-proof/1': {
    shape: SETTLEMENT,
    charactersMax: FILE_CHARACTERS_MAX,
    async prove(proof, head) {
      const settled = await settlement(proof, head);
      return { ...settled, words: settlementWords(settled) };
    },
  },
  'khazana/balance-proof/1': {
    shape: BALANCE,
    charactersMax: FILE_CHARACTERS_MAX,
    async prove(proof, head) {
      const held = await balance(proof, head.stateRoot);
      return { ...held, words: balanceWords(held, head) };
    },
  },
  'khazana/serial-history-proof/1': {
    shape: HISTORY,
    charactersMax: STATEMENT_CHARACTERS_MAX,
    async prove(proof, head, network, reigns) {
      const told = await history(proof, head, network, reigns);
      return { ...told, words: historyWords(told, head) };
    },
  },
  'khazana/register-statement/1': {
    shape: REGISTER,
    charactersMax: STATEMENT_CHARACTERS_MAX,
    async prove(proof, head) {
      const held = await register(proof, head.stateRoot);
      return { ...held, words: registerWords(held, head) };
    },
  },
};

/**
 * Checks a certified proof.
 *
 * @param {string|Uint8Array} file the file, or its text
 * @param {Uint8Array} genesis the bytes of the genesis file, which must come from somebody whom one trusts
 * @param {object} [options] epoch: the newest epoch that is known, a whole number; proofs that do not lead so far are refused
 * @returns {Promise<object>} { proved: true, words, signers, … } or { proved: false, doubt, sentence }
 */
export function verify(file, genesis, options = {}) {
  return verdictOf(async () => {
    await demandCryptography();
    const network = await readGenesis(genesis);
    return proved(textOf(file), network, options);
  });
}

/** As {@link verify}, for a network whose id and founders are known: { chainId, founders: { validators, minimums } }. */
export function verifyFor(file, network, options = {}) {
  return verdictOf(() => proved(file, network, options));
}

async function proved(file, network, { epoch }) {
  inForm(file.length <= STATEMENT_CHARACTERS_MAX, 'the file is too long');
  const json = parsed(file);
  inForm(json?.type !== UNCERTIFIED, 'the file is a settlement proof without a certificate, which a genesis cannot check');
  const kind = Object.hasOwn(KINDS, json?.type) ? KINDS[json.type] : undefined;
  inForm(kind !== undefined, 'the type of the file is none of those that can be checked');
  inForm(file.length <= kind.charactersMax, 'the file is too long');
  const proof = readFields(json, { type: constant(json.type), ...kind.shape, ...TESTIMONY }, 'the file');
  const { reigns, ...testimony } = await believedHead(proof, network, epoch === undefined ? undefined : BigInt(epoch));
  const result = await kind.prove(proof, testimony.head, network, reigns);
  return { ...testimony, ...result, type: json.type, words: [...result.words, ...testimonyWords(testimony)] };
}

function textOf(file) {
  if (typeof file === 'string') {
    return file;
  }
  inForm(file.length <= STATEMENT_CHARACTERS_MAX, 'the file is too long');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
  } catch {
    return inForm(false, 'the file is no UTF-8');
  }
}

/** The number of an epoch that somebody wrote; undefined if it is none. */
export function epochOf(text) {
  const isNumber = /^[0-9]{1,19}$/.test(text) && BigInt(text) <= NUMBER_MAX;
  return isNumber ? BigInt(text) : undefined;
}

if (/[\\/]verify\.mjs$/.test(globalThis.process?.argv?.[1] ?? '')) {
  import('./command-line.mjs').then(async ({ run }) => {
    globalThis.process.exitCode = await run(globalThis.process.argv.slice(2));
  });
}
