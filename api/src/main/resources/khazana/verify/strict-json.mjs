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

/** JSON.parse takes the last of two fields of one name, so the tokens of the text, which is known to be JSON, tell. */
function demandEachFieldOnce(text) {
  const open = [];
  for (const [token, name] of text.matchAll(/[{[]|[}\]]|("(?:[^"\\]|\\.)*")(?:[ \t\r\n]*:)?/g)) {
    if (token === '{' || token === '[') {
      open.push(new Set());
      inForm(open.length <= DEPTH_MAX, 'the file is nested too deeply');
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (token.endsWith(':')) {
      const names = open.at(-1);
      const unescaped = JSON.parse(name);
      inForm(!names.has(unescaped), `the field ${name} is there twice`);
      names.add(unescaped);
    }
  }
}
