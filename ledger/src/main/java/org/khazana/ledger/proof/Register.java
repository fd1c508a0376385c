package org.khazana.ledger.proof;

import java.util.List;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.Position;

/**
 * Who held how much of one asset: all that there is of it.
 *
 * @param outstanding tokens or minor units; the sum of all positions
 * @param positions in ascending order of the accounts
 */
public record Register(AssetCode asset, long outstanding, List<Position> positions) {
    /** As RFC 4180 has it. */
    private static final String END_OF_LINE = "\r\n";

    public Register {
        positions = List.copyOf(positions);
    }

    /** How much of it is set aside for others. */
    public long encumbered() {
        return positions.stream().mapToLong(Position::encumbered).sum();
    }

    /** All positions as a table (RFC 4180, ASCII) with a line of names; quantities are tokens or minor units. */
    public String csv() {
        StringBuilder csv = new StringBuilder("account,asset,quantity,encumbered").append(END_OF_LINE);
        for (Position position : positions) {
            csv.append(position.account())
                    .append(',')
                    .append(position.asset())
                    .append(',')
                    .append(position.quantity())
                    .append(',')
                    .append(position.encumbered())
                    .append(END_OF_LINE);
        }
        return csv.toString();
    }
}
