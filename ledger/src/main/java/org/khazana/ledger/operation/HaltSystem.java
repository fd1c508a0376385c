package org.khazana.ledger.operation;

import static org.khazana.ledger.form.FieldLimits.NAME_LENGTH_MAX;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Text;

@Means(
        "Stops all business at once: until it is resumed, nothing but governance, keys, motions about them and restrictions is "
                + "carried out. Signed as the policy demands: by one governor, unless they say otherwise.")
@Says("halt the system, because {reason}")
public record HaltSystem(
        @Text(max = NAME_LENGTH_MAX) @Means("for everybody to read")
        String reason) implements GovernanceOperation {}
