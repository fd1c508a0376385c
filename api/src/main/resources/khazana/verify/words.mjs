// What was proved, in plain words.

const DATE_MILLIS_MAX = 8_640_000_000_000_000n;
const HOLDERS_TOLD_MAX = 1_000;

/** What became of a transaction. */
export function settlementWords({ header, receipt }) {
  const time = timeWords(receipt.timeMillis);
  const place = `position ${receipt.position} among ${header.transactionCount} transactions`;
  const lines = [`Block ${receipt.height} of network ${header.chainId}, ${time}, ${place}: ${receipt.transactionId}`];
  if (receipt.refusals.length > 0) {
    lines.push('Refused; nothing was done:');
    receipt.refusals.forEach(({ code, leg, legCode }) => lines.push(`  ${code}${leg > 0n ? `, leg ${leg}: ${legCode}` : ''}`));
    return lines;
  }
  lines.push(receipt.postings.length === 0 ? 'Done; no position changed.' : 'Done:');
  for (const { account, asset, before, after, serials } of receipt.postings) {
    const moved = after < before ? `gave ${grouped(before - after)}` : `received ${grouped(after - before)}`;
    const ranges = serials.map(({ first, count }) => `${first} to ${first + count - 1n}`).join(', ');
    lines.push(`  account ${account} ${moved} ${unit(asset)}${ranges && `, serials ${ranges}`}`
      + `: from ${grouped(before)} to ${grouped(after)}`);
  }
  receipt.legsLeftOut.forEach(({ leg, code }) => lines.push(`  leg ${leg} left out: ${code}`));
  return lines;
}

/** What an account holds. */
export function balanceWords({ account, asset, quantity, encumbered }, head) {
  const lines = [`After block ${head.height} of network ${head.chainId}:`];
  if (quantity === 0n && encumbered === 0n) {
    lines.push(`  account ${account} holds no ${unit(asset)}`);
  } else {
    lines.push(`  account ${account} holds ${grouped(quantity)} ${unit(asset)}${setAside(encumbered)}`);
  }
  return lines;
}

/** Who holds an asset. A statement of very many holders is told only in part. */
export function registerWords({ asset, outstanding, holders }, head) {
  const lines = [`After block ${head.height} of network ${head.chainId}, ${grouped(outstanding)} ${unit(asset)} are outstanding. `
    + `All that hold any of them, ${grouped(BigInt(holders.length))} in number:`];
  for (const { account, quantity, encumbered } of holders.slice(0, HOLDERS_TOLD_MAX)) {
    lines.push(`  account ${account}: ${grouped(quantity)}${setAside(encumbered)}`);
  }
  if (holders.length > HOLDERS_TOLD_MAX) {
    lines.push(`  and ${grouped(BigInt(holders.length - HOLDERS_TOLD_MAX))} more`);
  }
  return lines;
}

/** Where a token came from, through whose hands it went, and who holds it. */
export function historyWords({ asset, serial, holder, movements }, head) {
  const lines = [`Token ${serial} of ${asset}, on network ${head.chainId}:`];
  for (const movement of movements) {
    lines.push(`  block ${movement.height}, ${timeWords(movement.timeMillis)}: ${deed(movement)} (transaction ${movement.transactionId})`);
  }
  const last = movements.at(-1);
  if (holder !== undefined) {
    lines.push(`Held by account ${holder} as of block ${head.height}.`);
  } else {
    lines.push(`Held by nobody as of block ${head.height}: ${last.to === undefined ? 'it is retired.' : `it goes on as token ${last.after}.`}`);
  }
  lines.push('No movement is left out, and the transaction of each is proved as well.');
  return lines;
}

function deed({ from, to, before, after }) {
  if (from === undefined) {
    return `minted for account ${to}`;
  }
  if (to === undefined) {
    return `retired by account ${from}`;
  }
  return before === after ? `went from account ${from} to account ${to}` : `given serial ${after} instead of ${before}, in account ${to}`;
}

function timeWords(millis) {
  return millis <= DATE_MILLIS_MAX ? new Date(Number(millis)).toISOString() : `${millis} ms after 1970`;
}

function setAside(encumbered) {
  return encumbered > 0n ? `, of which ${grouped(encumbered)} are set aside for others` : '';
}

/** On whose word that is. */
export function testimonyWords({ certified, signers, voterCount, newestEpoch }) {
  const lines = [`Signed, as part of the history up to block ${certified.height}, by ${signers.length} of the ${voterCount} voters of `
    + `epoch ${certified.epoch}${certified.epoch === 0n ? ', the founders' : ''}:`];
  [...signers].sort((one, other) => (one.id < other.id ? -1 : 1)).forEach(({ id, organisation, group }) => lines.push(`  ${organisation} (${id}, ${group.toLowerCase()})`));
  if (newestEpoch > certified.epoch) {
    lines.push(`Epoch ${newestEpoch} has followed since.`);
  }
  return lines;
}

function unit(asset) {
  return asset.length === 3 ? `minor units of ${asset}` : `tokens of ${asset}`;
}

function grouped(number) {
  return number.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}
