package org.khazana.ledger.form;

/** Bounds of texts that occur in many places, the same on every node. */
public final class FieldLimits {
    /** Characters (Unicode code points) of a name. */
    public static final int NAME_LENGTH_MAX = 64;

    /** Characters of a payment reference: ISO 20022 Max35Text. */
    public static final int REFERENCE_LENGTH_MAX = 35;

    /** Characters of a legal entity identifier, ISO 17442. */
    public static final int LEI_LENGTH = 20;

    private FieldLimits() {}
}
