package org.khazana.api.port;

/** Whether what is read on this node now is as new as anything that was acknowledged anywhere before. */
public sealed interface Freshness {

    /** It is: whatever was committed when the question was asked is executed here. */
    record Fresh() implements Freshness {}

    /** Nobody can say, as no leader with a quorum answers. */
    record NoLeader() implements Freshness {}

    /** Too many reads wait for an answer already. */
    record Overloaded() implements Freshness {}
}
