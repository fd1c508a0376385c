package org.khazana.api.json;

/**
 * How a node is.
 *
 * @param status {@code live} or {@code ready}
 * @param reason one sentence for people
 */
public record HealthJson(String status, String reason) {}
