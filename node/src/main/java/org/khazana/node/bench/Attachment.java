package org.khazana.node.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A network that runs already.
 *
 * @param urls of the validators to which requests are sent, at least one
 * @param network its folder, as {@code khazana cluster init} makes it, or at least the folder {@code parties} with keys in it
 */
public record Attachment(List<URI> urls, Path network) {
    public Attachment {
        urls = List.copyOf(urls);
    }
}
