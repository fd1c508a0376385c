// Whether enough of the validators of one epoch have signed a head.

import { areEqual, hex } from './bytes.mjs';
import { demand } from './doubt.mjs';
import { HEAD, preimage } from './domains.mjs';
import { isRight } from './ed25519.mjs';

/**
 * Throws `doubt` unless the certificate is right by the validators of a reign.
 *
 * @param reign { epoch, validators, minimums, firstHeight, end }: end is the head with which a step leads on, if there is one
 * @returns {Promise<object[]>} the validators that have signed
 */
export async function demandRight({ head, signatures }, reign, doubt) {
  const right = (holds, sentence) => demand(holds, doubt, sentence);
  const voters = reign.validators.filter(({ isVoter }) => isVoter);
  const signers = signatures.map(({ key }) => {
    const owners = reign.validators.filter((validator) => validator.key === hex(key));
    right(owners.length === 1 && owners[0].isVoter, `a key is not that of one voter of epoch ${reign.epoch}: ${hex(key)}`);
    return owners[0];
  });
  const needed = voters.length <= 3 ? Math.floor(voters.length / 2) + 1 : Math.floor((2 * voters.length) / 3) + 1;
  right(signers.length >= needed, `${signers.length} of ${voters.length} voters have signed, but ${needed} must`);
  for (const { group, members } of reign.minimums) {
    const ofGroup = signers.filter((signer) => signer.group === group).length;
    right(ofGroup >= members, `${ofGroup} of group ${group} have signed, but ${members} must`);
  }
  right(head.height >= reign.firstHeight, `height ${head.height} is before epoch ${reign.epoch}`);
  right(reign.end === null || head.height < reign.end.height || areEqual(head.bytes, reign.end.bytes),
    `height ${head.height} is after epoch ${reign.epoch}`);
  const message = preimage(HEAD, head.bytes);
  for (const [i, { key, signature }] of signatures.entries()) {
    right(await isRight(key, signature, message), `the signature of ${signers[i].id} is wrong`);
  }
  return signers;
}
