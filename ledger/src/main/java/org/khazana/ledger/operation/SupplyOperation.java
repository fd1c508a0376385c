package org.khazana.ledger.operation;

/** Changes how much of an instrument there is. */
public sealed interface SupplyOperation extends Operation permits IssueTokens, RetireTokens, RenumberLots {}
