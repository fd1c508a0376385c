package org.khazana.ledger.rules;

import java.util.List;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;

/** Which tokens of a position go when some of them do. */
public sealed interface LotChoice {
    /** Most lots that one movement touches. */
    int LOTS_MAX = 256;

    /** These go, each range within one lot, in this order. */
    record Chosen(List<SerialRange> ranges) implements LotChoice {}

    /** Nothing can go. */
    record Refused(RefusalCode code) implements LotChoice {}
}
