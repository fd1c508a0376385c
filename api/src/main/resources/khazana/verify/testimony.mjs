// What makes one head believed on the word of the network's validators: steps, heads, and a certificate.

import { hex } from './bytes.mjs';
import { demandRight } from './certificate.mjs';
import { demand } from './doubt.mjs';
import { HEAD, hash } from './domains.mjs';
import { STEPS_MAX, readStep, walk } from './epochs.mjs';
import { bytes, list } from './fields.mjs';
import { CERTIFICATE_BYTES_MAX, HEAD_BYTES, readCertificate, readHead } from './head.mjs';

const HEADS_MAX = 1024;

/** The fields of a testimony, beside those of what is proved. */
export const TESTIMONY = {
  steps: list(STEPS_MAX, readStep),
  heads: list(HEADS_MAX, bytes(HEAD_BYTES, readHead)),
  certificate: bytes(CERTIFICATE_BYTES_MAX, readCertificate),
};

/**
 * The head that is believed, on whose word, and to which reigns the steps lead.
 *
 * @param network { chainId, founders }
 * @param {bigint} [epochKnown] the newest epoch that the verifier was told of
 */
export async function believedHead(testimony, network, epochKnown) {
  const { steps, certificate } = testimony;
  [certificate, ...steps.map((step) => step.certificate)].forEach((each) => demandOf(network, each));
  return believed(testimony, network, await walk(network.founders, steps), epochKnown);
}

/** The same, where the steps lead to these reigns. */
export async function believed({ heads, certificate }, network, reigns, epochKnown) {
  demandOf(network, certificate);
  const certified = certificate.head;
  const reign = reigns.find(({ epoch }) => epoch === certified.epoch);
  demand(reign !== undefined, 'EPOCH_NOT_REACHABLE', `no step leads to epoch ${certified.epoch}, of which the certificate is`);
  const newestEpoch = reigns.at(-1).epoch;
  demand(epochKnown === undefined || newestEpoch >= epochKnown, 'EPOCH_OUTDATED',
    `the proof leads to epoch ${newestEpoch} only, but epoch ${epochKnown} is known`);
  const signers = await demandRight(certificate, reign, 'CERTIFICATE_WRONG');
  await demandChained([...heads, certified]);
  const voterCount = reign.validators.filter(({ isVoter }) => isVoter).length;
  return { head: heads[0] ?? certified, certified, signers, voterCount, newestEpoch, reigns };
}

function demandOf(network, { head }) {
  demand(head.chainId === network.chainId, 'CERTIFICATE_OF_ANOTHER_NETWORK',
    `a certificate is of network ${head.chainId}, not of ${network.chainId}, to which the genesis belongs`);
}

async function demandChained(heads) {
  for (let i = 1; i < heads.length; i++) {
    const [before, next] = [heads[i - 1], heads[i]];
    const isNext = next.chainId === before.chainId && next.height === before.height + 1n
      && next.previous === hex(await hash(HEAD, before.bytes));
    demand(isNext, 'HEADS_NOT_CHAINED', `the head of height ${before.height} is not the one before the next`);
  }
}
