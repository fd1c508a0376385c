package org.khazana.api.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads what is packed with the application. */
final class Resource {
    private Resource() {}

    /**
     * Reads all of a resource.
     *
     * @param path absolute, without a leading slash
     */
    static byte[] read(String path) {
        try (InputStream in = Resource.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the application is not whole: " + path + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
