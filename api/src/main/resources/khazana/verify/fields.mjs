// The fields of a file: each is read by a function of value and name that throws FILE_MALFORMED where the value is in another form.

import { inForm } from './doubt.mjs';
import { NUMBER_MAX, bytesOf } from './bytes.mjs';

/** Reads an object that has exactly the fields of `shape`, which gives the function for each name. */
export function readFields(json, shape, what) {
  inForm(json !== null && typeof json === 'object' && !Array.isArray(json), `${what} is no JSON object`);
  for (const name of Object.keys(json)) {
    inForm(Object.hasOwn(shape, name), `${what} has a field ${JSON.stringify(name)}, which does not belong there`);
  }
  const read = {};
  for (const [name, readField] of Object.entries(shape)) {
    inForm(Object.hasOwn(json, name), `${what} has no field ${name}`);
    read[name] = readField(json[name], name);
  }
  return read;
}

/** The very text. */
export const constant = (text) => (value, name) => {
  inForm(value === text, `${name} is not ${text}`);
  return value;
};

/** A text of a pattern. */
export const text = (pattern) => (value, name) => {
  inForm(typeof value === 'string' && pattern.test(value), `${name} is not as it must be`);
  return value;
};

/** A number of the ledger from 1 on, in decimal digits. */
export const id = (value, name) => {
  text(/^[1-9][0-9]{0,18}$/)(value, name);
  inForm(BigInt(value) <= NUMBER_MAX, `${name} is too large`);
  return BigInt(value);
};

/** The code of an asset. */
export const code = text(/^[A-Z0-9]{1,12}$/);

/** What `read` makes of the bytes that stand there in base64, in the one form of RFC 4648, section 4. */
export const bytes = (countMax, read = (content) => content) => (value, name) => {
  inForm(typeof value === 'string', `${name} is no text`);
  inForm(value.length <= 4 * Math.ceil(countMax / 3), `${name} is too long`);
  let characters = '';
  try {
    characters = atob(value);
  } catch {
    inForm(false, `${name} is no base64`);
  }
  inForm(btoa(characters) === value, `${name} is not as base64 is written`);
  inForm(characters.length <= countMax, `${name} is too long`);
  return read(bytesOf(characters), name);
};

/** A list of values which `readElement` reads. */
export const list = (countMax, readElement) => (value, name) => {
  inForm(Array.isArray(value), `${name} is no list`);
  inForm(value.length <= countMax, `${name} has more than ${countMax} elements`);
  return value.map((element, i) => readElement(element, `${name} ${i + 1}`));
};
