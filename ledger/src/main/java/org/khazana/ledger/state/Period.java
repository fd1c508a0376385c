package org.khazana.ledger.state;

import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.instrument.PeriodDays;

/**
 * A period for which an instrument pays.
 *
 * @param number counted from 1
 */
public record Period(AssetCode asset, long number, PeriodDays days) {}
