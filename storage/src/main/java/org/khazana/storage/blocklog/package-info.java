/**
 * The block log: numbered segment files, zeroed and forced before they get their name, filled from front to back and
 * never written twice. Depends on {@code consensus.log}, {@code consensus.membership}, {@code consensus.port}, and on
 * {@code consensus.wire} for configurations as bytes.
 *
 * <p><b>Files.</b> {@code NNNNNNNN.segment} is a {@link org.khazana.storage.blocklog.SegmentHeader header} in blocks of 4
 * KiB, then {@link org.khazana.storage.blocklog.RecordCodec records}, then zeros. {@code next} becomes the next segment.
 * {@code durable-mark} says how far the log was synced and with which segments it begins and ends.
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
 * <p><b>Every segment can be the first.</b> Its header holds the entry before it and the configuration in force there. So
 * old segments are deleted whole, after the durable mark, forced, names the first that stays. A log goes on after a
 * snapshot in a segment whose header says that the log begins there: it takes the place of all others at the moment it
 * gets its name, and a crash leaves the old log or the new one.
 *
 * <p><b>What is decided at the opening.</b> A <em>promise</em> is that some batch had been synced: the durable mark says
 * so, or a record before or after the damage, or that a later segment was begun.
 *
 * <table>
 * <caption>Findings and decisions</caption>
 * <tr><th>finding</th><th>decision</th></tr>
 * <tr><td>intact to a batch end that is not below a promise, zeros after it</td><td>clean</td></tr>
 * <tr><td>ends below a promise</td><td>damaged</td></tr>
 * <tr><td>not below a promise, and the first bad record has a disk sector that was never written, or the batch end is
 * not there</td><td>torn: a crash cut a write that nobody had been told of; zero it, force, say so</td></tr>
 * <tr><td>not below a promise, but no such sector</td><td>decay, not a crash: damaged</td></tr>
 * <tr><td>an intact record or segment that does not follow from what stands before it; a segment that is missing,
 * the newest one included, or whose header is bad; bytes after the end of any but the last</td><td>damaged</td></tr>
 * <tr><td>no segments, and no promise</td><td>new</td></tr>
 * <tr><td>another network, another version</td><td>refused</td></tr>
 * <tr><td>read error</td><td>thrown; never the end of the log</td></tr>
 * </table>
 *
 * <p>Of a damaged log everything before the damage is kept and the rest cut, but only after the owner has made durable
 * that it recovers, see {@link org.khazana.storage.blocklog.LogOpening}. Of a log whose first segment is bad nothing is
 * kept; it begins anew at the genesis.
 *
 * <p>Intact records after an unwritten sector do not by themselves forbid the cut: the pages of one unsynced write may
 * reach the disk in any order. They forbid it as soon as one of them says that the damaged batch had been synced.
 * What cannot be told apart: the very last synced batch loses a whole sector, and a power failure takes the durable mark
 * of that moment along. The ledger state then often knows more than this log, which counts as a promise too.
 */
@NullMarked
package org.khazana.storage.blocklog;

import org.jspecify.annotations.NullMarked;
