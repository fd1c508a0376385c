/** Tests of auditing data folders. */
@NullMarked
package org.khazana.node.audit;

import org.jspecify.annotations.NullMarked;
