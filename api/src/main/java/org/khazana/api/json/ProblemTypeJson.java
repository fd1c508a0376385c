package org.khazana.api.json;

import org.jspecify.annotations.Nullable;

/**
 * What a kind of problem means.
 *
 * @param code the ledger's stable number, for refusals by the ledger
 * @param status HTTP
 */
public record ProblemTypeJson(
        String type, String name, @Nullable Integer code, int status, String title) {}
