// node lenient-library.mjs VERIFIER LINES: each line is a key, a signature and a message in hexadecimal, with spaces between. Says whether the
// signature is right where WebCrypto takes every one, so that only the rules of the verifier itself are asked.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [verifier, linesPath] = process.argv.slice(2);
const { isRight } = await import(pathToFileURL(`${verifier}/ed25519.mjs`));
const { subtle } = globalThis.crypto;
subtle.importKey = async () => 'a key';
subtle.verify = async () => true;
for (const line of readFileSync(linesPath, 'utf8').trimEnd().split('\n')) {
  const [key, signature, message] = line.split(' ').map((text) => new Uint8Array(Buffer.from(text, 'hex')));
  process.stdout.write(`${await isRight(key, signature, message)}\n`);
}
