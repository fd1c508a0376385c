// node verify.mjs PROOF --genesis GENESIS [--epoch NUMBER]: ends with 0 if it is proved, with 1 if not, with 2 if nothing could be asked.

import { readFile } from 'node:fs/promises';
import { epochOf, verify } from './verify.mjs';

const [PROVED, DOUBTED, NOT_ASKED] = [0, 1, 2];
const USAGE = `node verify.mjs PROOF --genesis GENESIS [--epoch NUMBER]
  PROOF    the file to check
  GENESIS  genesis.json of the network: have it from somebody whom you trust, never from who hands out the proof
  NUMBER   the newest epoch that you know of`;

export async function run(args) {
  const asked = read(args);
  if (asked === undefined) {
    console.error(USAGE);
    return NOT_ASKED;
  }
  let files;
  try {
    files = await Promise.all([readFile(asked.proof), readFile(asked.genesis)]);
  } catch (problem) {
    console.error(problem.message);
    return NOT_ASKED;
  }
  const [proof, genesis] = files;
  const verdict = await verify(proof, genesis, { epoch: asked.epoch });
  if (verdict.proved) {
    console.log(verdict.words.join('\n'));
    return PROVED;
  }
  console.error(`${verdict.doubt}: ${verdict.sentence}`);
  return verdict.doubt === 'NOT_CHECKABLE_HERE' ? NOT_ASKED : DOUBTED;
}

/** { proof, genesis, epoch }; undefined if something is missing, there twice or not known. */
function read(args) {
  const asked = {};
  for (let i = 0; i < args.length; i++) {
    const option = { '--genesis': 'genesis', '--epoch': 'epoch' }[args[i]];
    const name = option ?? 'proof';
    const value = option === undefined ? args[i] : args[++i];
    if (value === undefined || value.startsWith('--') || Object.hasOwn(asked, name)) {
      return undefined;
    }
    asked[name] = name === 'epoch' ? epochOf(value) : value;
    if (asked[name] === undefined) {
      return undefined;
    }
  }
  return asked.proof !== undefined && asked.genesis !== undefined ? asked : undefined;
}
