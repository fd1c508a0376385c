/**
 * Messages as bytes: the only package of this module that knows protobuf. Depends on {@code message} and {@code log}.
 */
@NullMarked
package org.khazana.consensus.wire;

import org.jspecify.annotations.NullMarked;
