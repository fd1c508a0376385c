package org.khazana.ledger.validator;

import org.khazana.ledger.table.Numbered;

/** Whose validators these are: the quorum asks for a number of each group. */
public enum Group implements Numbered {
    GOVERNMENT,
    CUSTODIAN
}
