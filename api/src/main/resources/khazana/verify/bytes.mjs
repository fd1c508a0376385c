// Bytes, and the texts that stand for them. Numbers of the ledger are BigInt, since they do not fit into others.

export const HASH_BYTES = 32;
export const INT_MAX = 2n ** 31n - 1n;
export const NUMBER_MAX = 2n ** 63n - 1n;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function hex(bytes) {
  let text = '';
  for (const byte of bytes) {
    text += HEX[byte];
  }
  return text;
}

export function unhex(text) {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

export function ascii(bytes) {
  return String.fromCharCode(...bytes);
}

export function areEqual(one, other) {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}

/** The bytes whose values are the characters of a text. */
export function bytesOf(characters) {
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = characters.charCodeAt(i);
  }
  return bytes;
}

export function joined(...parts) {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Takes bytes apart from the first to the last; `refuse` is called with a sentence, and throws, where they do not fit. */
export class Reader {
  #bytes;
  #at = 0;
  #refuse;

  constructor(bytes, refuse) {
    this.#bytes = bytes;
    this.#refuse = refuse;
  }

  take(count) {
    if (count > this.#bytes.length - this.#at) {
      this.#refuse('it ends too early');
    }
    this.#at += count;
    return this.#bytes.slice(this.#at - count, this.#at);
  }

  hash() {
    return this.take(HASH_BYTES);
  }

  /** A number of 1, 2 or 4 bytes. */
  number(bytes) {
    return this.take(bytes).reduce((value, byte) => value * 256 + byte, 0);
  }

  /** A number of 8 bytes, up to 2^63 - 1. */
  long() {
    const value = new DataView(this.take(8).buffer).getBigUint64(0);
    if (value > NUMBER_MAX) {
      this.#refuse('a number is negative');
    }
    return value;
  }

  end() {
    if (this.#at < this.#bytes.length) {
      this.#refuse('something follows');
    }
  }
}
