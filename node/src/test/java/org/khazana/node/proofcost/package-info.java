/** What certificates and the state tree cost: clusters with and without them, one after the other in one run. Run by hand. */
@NullMarked
package org.khazana.node.proofcost;

import org.jspecify.annotations.NullMarked;
