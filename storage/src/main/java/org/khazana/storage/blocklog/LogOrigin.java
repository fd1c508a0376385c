package org.khazana.storage.blocklog;

import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.membership.Configuration;

/**
 * Where a log begins: what every member of a network has before its first entry.
 *
 * @param genesis index 0
 * @param configuration the founding members
 */
public record LogOrigin(EntryMetadata genesis, Configuration configuration) {}
