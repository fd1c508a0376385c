/**
 * The life of the process: its own threads, how it stops when asked, and how it ends when it must not go on. Depends on
 * {@code consensus.runtime} only.
 */
@NullMarked
package org.khazana.node.lifecycle;

import org.jspecify.annotations.NullMarked;
