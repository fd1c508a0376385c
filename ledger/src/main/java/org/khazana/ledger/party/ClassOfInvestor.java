package org.khazana.ledger.party;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;

/** A class of investors as an element of a list. */
@Says("{investorClass}")
public record ClassOfInvestor(@Means("which class") InvestorClass investorClass) {}
