/**
 * The block log: numbered segment files, zeroed and forced before they get their name, filled from front to back and
 * never written twice. Depends on {@code consensus.log} and {@code consensus.port}.
 *
 * <p><b>Batches.</b> Each append is one write: its records, then a batch end. Every record carries the number of its
 * batch, which grows by one, and the highest batch that was durable when it was written. A batch without its end does
 * not count. When a segment is full it is forced before the next one gets its header, so only the last segment can ever
 * hold unsynced bytes.
 *
 * <p><b>Truncation is a record, not a cut.</b> A marker says from which index on the entries are gone; the bytes stay.
 * A physical cut would have later writes stand over old ones, and after a crash old, intact records could follow a torn
 * new one. This way a file is only ever zeros after its end, readers never see bytes change under them, and the markers
 * are few: they come only with a change of leader.
 *
 * <p><b>What recovery decides.</b>
 *
 * <table>
 * <caption>Findings and decisions</caption>
 * <tr><th>finding</th><th>decision</th></tr>
 * <tr><td>intact to a batch end, zeros after it</td><td>normal</td></tr>
 * <tr><td>ends before a batch that is known to have been synced (a record before or after the damage says so, a later
 * segment was begun, or the durable mark says so)</td><td>refuse</td></tr>
 * <tr><td>above all that, and the first bad record has a disk sector that was never written, or the batch end is not
 * there</td><td>a crash cut a write that nobody had been told of: zero it, force, report</td></tr>
 * <tr><td>above all that, but no such sector</td><td>decay, not a crash: refuse</td></tr>
 * <tr><td>intact record that does not follow from the ones before</td><td>refuse</td></tr>
 * <tr><td>read error</td><td>thrown; never the end of the log</td></tr>
 * </table>
 *
 * <p>Intact records after an unwritten sector do not by themselves forbid the cut: the pages of one unsynced write may
 * reach the disk in any order. They forbid it as soon as one of them says that the damaged batch had been synced.
 * What cannot be told apart: the very last synced batch loses a whole sector, and a power failure takes the durable mark
 * of that moment along. The ledger state and the other validators then know more than this log.
 */
@NullMarked
package org.khazana.storage.blocklog;

import org.jspecify.annotations.NullMarked;
