package org.khazana.ledger.authority;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;

/** Part of a {@link Policy}: so many parties with a role. */
@Says("{share} with the role {role}")
public record Voice(
        @Means("which role") Role role,

        @Means("how many of the active parties that have it")
        Share share) {}
