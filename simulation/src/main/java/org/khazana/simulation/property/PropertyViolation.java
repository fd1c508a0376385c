package org.khazana.simulation.property;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A property does not hold: somewhere there is a bug. */
public final class PropertyViolation extends AssertionError {
    private final Property property;

    public PropertyViolation(Property property, String detail) {
        super(property + " (" + property.sentence() + "): " + detail);
        this.property = property;
    }

    public PropertyViolation(Property property, Throwable cause) {
        super(property + " (" + property.sentence() + "): " + cause, cause);
        this.property = property;
    }

    public Property property() {
        return property;
    }

    // The annotation asked for is in a library that is not on the class path.
    @SuppressWarnings("AnnotateFormatMethod")
    static void check(boolean holds, Property property, String detail, @Nullable Object... arguments) {
        if (!holds) {
            throw new PropertyViolation(property, String.format(Locale.ROOT, detail, arguments));
        }
    }
}
