package org.khazana.node.transport;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;

/** Says in words what went wrong on a connection. */
final class TlsFailure {

    private TlsFailure() {}

    /** A clause that fits behind "connection to X: ". */
    static String sentence(Throwable failure) {
        Throwable cause =
                failure instanceof DecoderException && failure.getCause() != null ? failure.getCause() : failure;
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof CertificateException) {
                return "its certificate is not in our genesis.json (" + each.getMessage()
                        + "): check that both nodes have the same genesis.json";
            }
        }
        if (cause instanceof NotSslRecordException) {
            return "it does not speak TLS"; // Netty's own words carry all the bytes that came
        }
        String words = String.valueOf(cause.getMessage());
        if (cause instanceof SSLException && words.contains("alert") && words.contains("cert")) {
            return "it does not accept our certificate (" + words
                    + "): check that both nodes have the same genesis.json";
        }
        return words;
    }
}
