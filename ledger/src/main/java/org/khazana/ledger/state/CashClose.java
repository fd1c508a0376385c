package org.khazana.ledger.state;

import org.khazana.ledger.id.AssetCode;

/**
 * How much of a currency there was here when a business day ended: the figure that the settlement account outside is compared with,
 * whatever has come in or gone since.
 *
 * @param day the one that ended last, counted from 1970-01-01
 * @param outstanding minor units
 */
public record CashClose(AssetCode currency, int day, long outstanding) {}
