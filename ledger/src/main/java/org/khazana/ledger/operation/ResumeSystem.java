package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;

@Means("Lets business go on after a halt. Signed as the policy demands.")
@Says("let business go on")
public record ResumeSystem() implements GovernanceOperation {}
