package org.khazana.config.check;

/** Whether key and certificate files are looked at too. A sample without private keys can be checked without them. */
public enum KeyFileCheck {
    FULL,
    NONE
}
