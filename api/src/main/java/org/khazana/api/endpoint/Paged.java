package org.khazana.api.endpoint;

/** A list that is read in pieces, each from the element behind the last one of the piece before. */
public interface Paged {
    /** The query parameter that names the last element of the piece before. */
    String AFTER = "after";
}
