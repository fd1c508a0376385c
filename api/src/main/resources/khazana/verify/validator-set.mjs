// Who the validators of an epoch are, as a record of the state has it.

import { Reader, ascii, hex } from './bytes.mjs';

const GROUPS = { 1: 'GOVERNMENT', 2: 'CUSTODIAN' };
const [VOTER, OBSERVER] = [1, 2];

/** Reads { validators, minimums }; `refuse` is called with a sentence, and throws, where they are in another form. */
export function readValidatorSet(bytes, refuse) {
  const reader = new Reader(bytes, refuse);
  const validators = repeated(reader, readValidator, refuse);
  const minimums = repeated(reader, readMinimum, refuse);
  reader.end();
  for (let i = 1; i < validators.length; i++) {
    demand(validators[i - 1].id < validators[i].id, 'validators are not in ascending order', refuse);
  }
  return { validators, minimums };
}

/** A list of what `readOne` reads: no more than there are bytes. */
function repeated(reader, readOne, refuse) {
  const count = reader.number(4);
  const elements = [];
  while (elements.length < count) {
    elements.push(readOne(reader, refuse));
  }
  return elements;
}

function readValidator(reader, refuse) {
  const id = ascii(reader.take(idLength(reader, refuse)));
  demand(/^[a-z][a-z0-9-]*$/.test(id), 'the id of a validator', refuse);
  reader.long(); // data directory
  const organisation = readText(reader, refuse);
  const group = readGroup(reader, refuse);
  const duty = reader.number(1);
  demand(duty === VOTER || duty === OBSERVER, 'the duty of a validator', refuse);
  reader.hash(); // of the TLS key
  const key = hex(reader.hash());
  const hasAddress = reader.number(1);
  demand(hasAddress <= 1, 'whether there is an address', refuse);
  if (hasAddress === 1) {
    readText(reader, refuse); // host
    reader.number(4); // port
  }
  return { id, organisation, group, isVoter: duty === VOTER, key };
}

function idLength(reader, refuse) {
  const length = reader.number(4);
  demand(length <= 32, 'the id of a validator', refuse);
  return length;
}

function readMinimum(reader, refuse) {
  const group = readGroup(reader, refuse);
  const members = reader.number(4);
  demand(members < 2 ** 31, 'a minimum is negative', refuse);
  return { group, members };
}

function readGroup(reader, refuse) {
  const group = GROUPS[reader.number(1)];
  demand(group !== undefined, 'there is no such group', refuse);
  return group;
}

function readText(reader, refuse) {
  const bytes = reader.take(reader.number(4));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse('a text is no UTF-8');
  }
}

function demand(holds, sentence, refuse) {
  if (!holds) {
    refuse(sentence);
  }
}
