// node verify-edits.mjs VERIFIER FOLDER EDITS: each line of EDITS is a base, a number of characters, how many of these go there, and what
// comes instead (UTF-8, in hexadecimal), with tabs between; or "genesis", and which bit of it is turned round. Says for each what the file comes to.
// A base is a proof in FOLDER, or "lies#" and a number: one of lies.json. Hashes and signatures are asked for once only; the very first round is done without that.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [verifier, folder, editsPath] = process.argv.slice(2);
const { verify, verifyFor } = await import(pathToFileURL(`${verifier}/verify.mjs`));
const { readGenesis } = await import(pathToFileURL(`${verifier}/genesis.mjs`));

const genesis = new Uint8Array(readFileSync(`${folder}/genesis.json`));
const bases = new Map();
const lies = JSON.parse(readFileSync(`${folder}/lies.json`, 'utf8'));
const base = (name) => {
  if (!bases.has(name)) {
    const [file, number] = name.split('#');
    bases.set(name, number ? JSON.stringify(lies[number].file) : readFileSync(`${folder}/${file}.json`, 'utf8'));
  }
  return bases.get(name);
};
const edits = readFileSync(editsPath, 'utf8').split('\n').filter((line) => line !== '').map((line) => line.split('\t'));
const said = (verdict) => (verdict.proved ? 'PROVED' : verdict.doubt);

for (const name of new Set(edits.map(([what]) => what).filter((what) => what !== 'genesis'))) {
  process.stdout.write(`${name}: ${said(await verify(base(name), genesis))}\n`);
}
remember();
Error.stackTraceLimit = 0;
const network = await readGenesis(genesis);
const answers = [];
for (const [what, at, deleted, inserted] of edits) {
  if (what === 'genesis') {
    const changed = genesis.slice();
    changed[Number(at) >> 3] ^= 1 << (Number(at) & 7);
    answers.push(said(await verify(base(deleted), changed)));
  } else {
    const text = base(what);
    const file = text.slice(0, Number(at)) + Buffer.from(inserted, 'hex').toString() + text.slice(Number(at) + Number(deleted));
    answers.push(said(await verifyFor(file, network)));
  }
}
process.stdout.write(`${answers.join('\n')}\n`);

/** Lets WebCrypto answer each question once, so that a hundred thousand files take seconds. */
function remember() {
  const { subtle } = globalThis.crypto;
  const text = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const once = (ask, name) => {
    const answers = new Map();
    return (...question) => {
      const key = name(...question);
      if (!answers.has(key)) {
        answers.set(key, ask(...question));
      }
      return answers.get(key);
    };
  };
  const importKey = subtle.importKey.bind(subtle);
  const verifySignature = subtle.verify.bind(subtle);
  const keys = new Map();
  subtle.digest = once(async (algorithm, bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()).buffer,
    (algorithm, bytes) => text(bytes));
  subtle.importKey = once((...question) => importKey(...question).then((key) => keys.set(key, text(question[1])) && key),
    (format, key) => text(key));
  subtle.verify = once(verifySignature, (algorithm, key, signature, message) => keys.get(key) + text(signature) + text(message));
}
