package org.khazana.ledger.validator;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Text;
import org.khazana.ledger.form.Whole;

/**
 * Where the other validators reach one.
 *
 * @param host name or address, without brackets
 * @param port TCP port
 */
@Says("{host} port {port}")
public record PeerAddress(
        @Text(max = PeerAddress.HOST_LENGTH_MAX) @Means("name or IP address without brackets")
        String host,

        @Whole(min = 1, max = PeerAddress.PORT_MAX) @Means("TCP port")
        int port) {
    public static final int HOST_LENGTH_MAX = 253;
    public static final int PORT_MAX = 65_535;
}
