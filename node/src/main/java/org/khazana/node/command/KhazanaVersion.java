package org.khazana.node.command;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Says which Khazana this is and which Java it runs on. */
public final class KhazanaVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {line()};
    }

    /** For example {@code Khazana 0.1.0 on Java 25.0.1+9}. */
    public static String line() {
        return "Khazana " + number() + " on Java " + Runtime.version();
    }

    private static String number() {
        return Objects.requireNonNullElse(KhazanaVersion.class.getPackage().getImplementationVersion(), "development");
    }
}
