// node verify-examples.mjs VERIFIER FOLDER FOUNDERS FILE...: checks files of the network of anchor.json, which has no genesis, for the founders.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [verifier, folder, foundersFile, ...files] = process.argv.slice(2);
const { verifyFor } = await import(pathToFileURL(`${verifier}/verify.mjs`));
const json = (name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
const validators = json(foundersFile).map((founder, i) => ({
  id: `validator-${i + 1}`, organisation: '', group: founder.group ?? 'GOVERNMENT', key: founder.signingKey ?? founder, isVoter: true,
}));
const network = { chainId: json('anchor.json').chainId, founders: { validators, minimums: [{ group: 'GOVERNMENT', members: 1 }] } };
for (const file of files) {
  const verdict = await verifyFor(readFileSync(`${folder}/${file}`, 'utf8'), network);
  process.stdout.write(`${file}: ${verdict.proved ? verdict.words.join('|') : verdict.doubt}\n`);
}
