package org.khazana.ledger.validator;

/** Whose validators these are: the quorum asks for a number of each group. */
public enum Group {
    GOVERNMENT,
    CUSTODIAN
}
