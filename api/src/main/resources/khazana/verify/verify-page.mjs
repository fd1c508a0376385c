// The page: takes two files that are chosen or dropped, and shows what the proof comes to. Computes nothing itself, sends nothing.

import { verdictOf } from './doubt.mjs';
import { demandCryptography } from './ed25519.mjs';
import { STATEMENT_CHARACTERS_MAX as FILE_BYTES_MAX, epochOf, verify } from './verify.mjs';

/** Brings the page to life; tests give a document of their own. */
export async function start(page) {
  const byId = (id) => page.getElementById(id);
  const chosen = {};
  let newest = 0;

  async function check() {
    const mine = ++newest;
    const asked = byId('epoch').value.trim();
    if (asked !== '' && epochOf(asked) === undefined) {
      show(page, { proved: false, doubt: 'EPOCH_MALFORMED', sentence: 'the newest epoch must be a whole number' });
    } else if (chosen.genesis === undefined || chosen.proof === undefined) {
      showWaiting(page, chosen);
    } else {
      const options = asked === '' ? {} : { epoch: epochOf(asked) };
      const verdict = await verify(chosen.proof.content, chosen.genesis.content, options);
      if (mine === newest) {
        show(page, verdict, chosen);
      }
    }
  }

  async function take(kind, file) {
    chosen[kind] = file === undefined ? undefined : { name: file.name, content: await contentOf(file) };
    await check();
  }

  byId('genesis').addEventListener('change', (event) => take('genesis', event.target.files[0]));
  byId('proof').addEventListener('change', (event) => take('proof', event.target.files[0]));
  byId('epoch').addEventListener('input', check);
  page.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
  page.addEventListener('dragover', (event) => {
    event.preventDefault();
    page.body.classList.add('dropping');
  });
  page.addEventListener('dragleave', () => page.body.classList.remove('dropping'));
  page.addEventListener('drop', async (event) => {
    event.preventDefault();
    page.body.classList.remove('dropping');
    for (const file of [...event.dataTransfer.files].slice(0, 2)) {
      await take(await kindOf(file), file);
    }
  });

  const cryptography = await verdictOf(demandCryptography);
  if (cryptography.proved) {
    showWaiting(page, chosen);
  } else {
    show(page, cryptography, chosen);
  }
}

/** One byte too many is kept, so that the verifier says that the file is too long. */
async function contentOf(file) {
  return new Uint8Array(await file.slice(0, FILE_BYTES_MAX + 1).arrayBuffer());
}

/** Which of the two a dropped file is: a genesis names validators, and has no type. What is neither counts as a proof, and is refused. */
async function kindOf(file) {
  try {
    const json = JSON.parse(new TextDecoder().decode(await contentOf(file)));
    return Array.isArray(json.validators) && json.type === undefined ? 'genesis' : 'proof';
  } catch {
    return 'proof';
  }
}

function showWaiting(page, { genesis, proof }) {
  const missing = [genesis ?? 'the genesis file', proof ?? 'the proof file'].filter((file) => typeof file === 'string');
  fill(page, '', [element(page, 'p', `Waiting for ${missing.join(' and ')}.`)]);
}

function show(page, verdict, { genesis, proof } = {}) {
  const files = genesis && proof ? [element(page, 'p', `${proof.name}, checked with ${genesis.name}`)] : [];
  if (verdict.proved) {
    fill(page, 'proved', [element(page, 'h2', 'Proved'), element(page, 'pre', verdict.words.join('\n')), ...files]);
  } else {
    const title = verdict.doubt === 'NOT_CHECKABLE_HERE' ? 'Nothing was checked' : 'Not proved';
    fill(page, 'doubted', [element(page, 'h2', title), element(page, 'p', `${verdict.doubt}: ${verdict.sentence}`), ...files]);
  }
}

function fill(page, className, children) {
  const result = page.getElementById('result');
  result.className = className;
  result.replaceChildren(...children);
}

/** What files say is only ever shown as text. */
function element(page, name, text) {
  const made = page.createElement(name);
  made.textContent = text;
  return made;
}

if (globalThis.document !== undefined) {
  start(globalThis.document);
}
