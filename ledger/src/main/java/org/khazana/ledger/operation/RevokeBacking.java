package org.khazana.ledger.operation;

import static org.khazana.ledger.form.FieldLimits.NAME_LENGTH_MAX;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Text;
import org.khazana.ledger.id.AssetCode;

@Means(
        "The sender takes back what it vouched for. Signed as the policy demands: by a reserve attestor, unless the governors say otherwise.")
@Says("take back what was vouched for {isin}, because of {reason}")
public record RevokeBacking(
        @Means("which instrument") AssetCode isin,
        @Text(max = NAME_LENGTH_MAX) @Means("for people") String reason) implements BackingOperation {}
