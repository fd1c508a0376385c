package org.khazana.ledger.operation;

/** Changes which accounts there are, and who operates them. */
public sealed interface AccountOperation extends Operation
        permits OpenAccount, OpenOfficialAccount, SetAccountControl, CloseAccount, PostOmnibusCommitment {}
