package org.khazana.api.json;

import org.khazana.ledger.state.Programme;

/**
 * A programme as it was after the block of that height; amounts as decimal strings.
 *
 * @param ceiling most face value of all its instruments together
 * @param authorised face value of all that its instruments may have outstanding
 * @param legalInstrumentHash SHA-256 in hexadecimal
 */
public record ProgrammeJson(
        long height,
        String programme,
        String name,
        long issuer,
        String currency,
        String ceiling,
        String authorised,
        String legalInstrumentHash) {

    public static ProgrammeJson of(long height, Programme programme, Denominations denominations) {
        return new ProgrammeJson(
                height,
                programme.code(),
                programme.name(),
                programme.issuer().number(),
                programme.currency().text(),
                AmountText.write(programme.ceilingMinor(), programme.currency(), denominations),
                AmountText.write(programme.authorisedMinor(), programme.currency(), denominations),
                programme.legalInstrumentHash().toString());
    }
}
