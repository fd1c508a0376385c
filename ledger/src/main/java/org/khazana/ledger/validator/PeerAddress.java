package org.khazana.ledger.validator;

/**
 * Where the other validators reach one.
 *
 * @param host name or address, without brackets
 * @param port TCP port
 */
public record PeerAddress(String host, int port) {
    public static final int HOST_LENGTH_MAX = 253;
    public static final int PORT_MAX = 65_535;
}
