// node page-stub.mjs VERIFIER FOLDER: opens the page without a browser, gives it files, and tells what it shows.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [verifier, folder] = process.argv.slice(2);
const { start } = await import(pathToFileURL(`${verifier}/verify-page.mjs`));

function element(name) {
  const listeners = {};
  return {
    name,
    className: '',
    textContent: '',
    value: '',
    children: [],
    classList: { add() {}, remove() {} },
    addEventListener: (kind, listener) => { listeners[kind] = listener; },
    replaceChildren(...children) { this.children = children; },
    fire: (kind, event) => listeners[kind]({ preventDefault() {}, ...event }),
  };
}

const ids = Object.fromEntries(['genesis', 'proof', 'epoch', 'result'].map((id) => [id, element(id)]));
const page = {
  ...element('document'),
  body: element('body'),
  getElementById: (id) => ids[id],
  querySelector: () => element('form'),
  createElement: element,
};
const file = (name, change = (bytes) => bytes) => {
  const blob = new Blob([change(readFileSync(`${folder}/${name}`))]);
  return { name, slice: (from, to) => blob.slice(from, to) };
};
const show = (what) => {
  const { className, children } = ids.result;
  process.stdout.write(`${what}: [${className}] ${children.map((child) => child.textContent.split('\n').join(' / ')).join(' | ')}\n`);
};

await start(page);
show('opened');
await page.fire('drop', { dataTransfer: { files: [file('balance-small.json')] } });
show('proof dropped');
await page.fire('drop', { dataTransfer: { files: [file('genesis.json')] } });
show('genesis dropped');
ids.epoch.value = '2';
await ids.epoch.fire('input', {});
show('epoch 2');
ids.epoch.value = 'two';
await ids.epoch.fire('input', {});
show('epoch two');
ids.epoch.value = '';
await ids.proof.fire('change', { target: { files: [file('balance-small.json', (bytes) => bytes.toString().replace('"1002"', '"1003"'))] } });
show('another account');
await ids.proof.fire('change', { target: { files: [file('genesis.json')] } });
show('no proof');
