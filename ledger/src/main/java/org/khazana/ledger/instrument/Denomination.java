package org.khazana.ledger.instrument;

import org.khazana.ledger.id.AssetCode;

/**
 * What one token is in money.
 *
 * @param faceMinor face value of one token, minor units of the currency, more than zero
 */
public record Denomination(AssetCode currency, long faceMinor) {}
