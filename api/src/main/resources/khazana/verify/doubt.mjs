// Why nothing is proved: a doubt has one of the names in docs/proofs.md, and a sentence for people.

export class Doubtful extends Error {
  constructor(doubt, sentence) {
    super(sentence);
    this.doubt = doubt;
  }
}

export function demand(holds, doubt, sentence) {
  if (!holds) {
    throw new Doubtful(doubt, sentence);
  }
}

/** Demands that the file is in the form of docs/proofs.md. */
export function inForm(holds, sentence) {
  demand(holds, 'FILE_MALFORMED', sentence);
}

/** What `prove` resolves to, with `proved: true`; or the doubt that it throws, with `proved: false`. */
export async function verdictOf(prove) {
  try {
    return { proved: true, ...(await prove()) };
  } catch (problem) {
    if (problem instanceof Doubtful) {
      return { proved: false, doubt: problem.doubt, sentence: problem.message };
    }
    throw problem;
  }
}
