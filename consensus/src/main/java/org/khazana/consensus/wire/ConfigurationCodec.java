package org.khazana.consensus.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import org.khazana.consensus.membership.Configuration;

/** Configurations as bytes, in the form of {@code raft.proto}: for log files and snapshots. */
public final class ConfigurationCodec {
    /** Largest encoded configuration. */
    public static final int BYTES_MAX = 256 << 10;

    private ConfigurationCodec() {}

    /** The same bytes for the same configuration. */
    public static byte[] encode(Configuration configuration) {
        return ConfigurationForm.of(configuration).toByteArray();
    }

    /**
     * Reads one whole configuration.
     *
     * @throws MalformedMessage if {@code bytes} are anything else, or more than a bound allows
     */
    public static Configuration decode(byte[] bytes) throws MalformedMessage {
        if (bytes.length > BYTES_MAX) {
            throw new MalformedMessage(bytes.length + " bytes, more than " + BYTES_MAX);
        }
        try {
            return ConfigurationForm.of(org.khazana.consensus.wire.v1.Configuration.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new MalformedMessage("not in the form of raft.proto: " + e.getMessage(), e);
        }
    }
}
