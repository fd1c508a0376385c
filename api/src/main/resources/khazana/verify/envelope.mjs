// An envelope: fields of bytes as protobuf reads them.

import { demand } from './doubt.mjs';

export const ENVELOPE_BYTES_MAX = 64 << 10;

/** The body of the transaction: the last field with number 1. Throws TRANSACTION_UNREADABLE. */
export function bodyOf(envelope) {
  const readable = (holds) => demand(holds, 'TRANSACTION_UNREADABLE', 'the envelope cannot be read');
  let at = 0;
  const number = () => {
    for (let value = 0, place = 1; ; place *= 128) {
      readable(at < envelope.length && place < 2 ** 35);
      const byte = envelope[at++];
      value += (byte & 127) * place;
      if (byte < 128) {
        return value;
      }
    }
  };
  let found = new Uint8Array(0);
  while (at < envelope.length) {
    const key = number();
    readable(key === 10 || key === 18);
    const length = number();
    readable(length <= envelope.length - at);
    at += length;
    if (key === 10) {
      found = envelope.slice(at - length, at);
    }
  }
  return found;
}
