package org.khazana.ledger.form;

/** What can be asked for, and so can be the subject of another question: a field of this type holds any operation. */
public interface Act {}
