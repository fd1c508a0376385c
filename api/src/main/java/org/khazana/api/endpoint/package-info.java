/**
 * One class for each thing a caller can do; {@code server.Routes} says under which path. Endpoints know {@code port},
 * {@code json} and {@code problem}, never each other.
 */
@NullMarked
package org.khazana.api.endpoint;

import org.jspecify.annotations.NullMarked;
