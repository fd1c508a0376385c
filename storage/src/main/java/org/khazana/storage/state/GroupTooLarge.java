package org.khazana.storage.state;

/** There are more records in a group than one proof can hold. */
public final class GroupTooLarge extends RuntimeException {
    GroupTooLarge(String sentence) {
        super(sentence);
    }
}
