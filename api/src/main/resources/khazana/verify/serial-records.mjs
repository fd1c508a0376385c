// The records of lots and passages, which say where tokens are and how they came there.

import { NUMBER_MAX, Reader, ascii, hex } from './bytes.mjs';
import { demand } from './doubt.mjs';

const HALF_MAX = 2n ** 31n - 1n;

/** Reads { first, count, holder, passage }; throws LOT_MALFORMED. */
export function readLot(first, value) {
  const fields = new RecordReader(value, () => demand(false, 'LOT_MALFORMED', 'a lot is malformed'));
  const count = fields.long();
  fields.right(isRange(first, count));
  const holder = fields.optional(() => fields.positive());
  fields.positive();
  fields.right(fields.number(4) < 2 ** 31);
  const passage = fields.passageId();
  fields.end();
  return { first, count, holder, passage };
}

/**
 * Reads { asset, first, count, from, to, transactionId, timeMillis, earlier, below, above }, of which those that are not there are
 * undefined; throws PASSAGE_MALFORMED.
 */
export function readPassage(value) {
  const fields = new RecordReader(value, () => demand(false, 'PASSAGE_MALFORMED', 'a passage is malformed'));
  const asset = ascii(fields.take(fields.number(4)));
  fields.right(/^[A-Z0-9]{1,12}$/.test(asset));
  const [first, count] = [fields.long(), fields.long()];
  fields.right(isRange(first, count));
  const from = fields.optional(() => fields.positive());
  const to = fields.optional(() => fields.positive());
  const transactionId = hex(fields.hash());
  const timeMillis = fields.long();
  const earlier = fields.optional(() => ({ ...fields.passageId(), first: fields.long() }));
  fields.right(earlier === undefined || isRange(earlier.first, count));
  const below = fields.optional(() => fields.passageId());
  const above = fields.optional(() => fields.passageId());
  fields.end();
  return { asset, first, count, from, to, transactionId, timeMillis, earlier, below, above };
}

function isRange(first, count) {
  return first > 0n && count > 0n && first + count <= NUMBER_MAX;
}

class RecordReader extends Reader {
  #refuse;

  constructor(bytes, refuse) {
    super(bytes, refuse);
    this.#refuse = refuse;
  }

  right(holds) {
    if (!holds) {
      this.#refuse();
    }
  }

  positive() {
    const number = this.long();
    this.right(number > 0n);
    return number;
  }

  optional(read) {
    const flag = this.number(1);
    this.right(flag <= 1);
    return flag === 1 ? read() : undefined;
  }

  /** Height, and place: position in the block and ordinal, 4 bytes each. */
  passageId() {
    const [height, place] = [this.long(), this.long()];
    this.right((place & 0xffffffffn) <= HALF_MAX);
    return { height, place };
  }
}
