// node verify-lines.mjs MODULE LINES: each line is the JSON of { file, anchor }; says for each what it came to.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [modulePath, linesPath] = process.argv.slice(2);
const { verify } = await import(pathToFileURL(modulePath));
for (const line of readFileSync(linesPath, 'utf8').trimEnd().split('\n')) {
  const { file, anchor } = JSON.parse(line);
  const verdict = await verify(file, anchor);
  process.stdout.write(`${verdict.proved ? verdict.words.join('|') : verdict.doubt}\n`);
}
