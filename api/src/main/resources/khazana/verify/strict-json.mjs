// JSON as RFC 8259 has it, no field twice: two readers of one file must never understand two things.

import { inForm } from './doubt.mjs';

const DEPTH_MAX = 8;

/** The value of a text. Throws FILE_MALFORMED. */
export function parsed(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch (problem) {
    inForm(false, `the file is no JSON: ${problem.message}`);
  }
  demandEachFieldOnce(text);
  return value;
}

/** JSON.parse takes the last of two fields of one name; so the tokens are looked at, of a text that is known to be JSON. */
function demandEachFieldOnce(text) {
  const open = [];
  for (let at = 0; at < text.length; at++) {
    const token = text[at];
    if (token === '{' || token === '[') {
      open.push(new Set());
      inForm(open.length <= DEPTH_MAX, 'the file is nested too deeply');
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (token === '"') {
      const end = endOfString(text, at);
      if (isName(text, end)) {
        const name = JSON.parse(text.slice(at, end));
        inForm(!open.at(-1).has(name), `the field ${JSON.stringify(name)} is there twice`);
        open.at(-1).add(name);
      }
      at = end - 1;
    }
  }
}

/** Behind the quotation mark that ends the string: one with an even number of backslashes before it. */
function endOfString(text, start) {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text[before] === '\\') {
      before--;
    }
    if ((end - before) % 2 === 1) {
      return end + 1;
    }
  }
}

/** Whether a colon follows, after white space perhaps. */
function isName(text, end) {
  let at = end;
  while (' \t\r\n'.includes(text[at]) && at < text.length) {
    at++;
  }
  return text[at] === ':';
}
