package org.khazana.ledger.wire;

import static org.khazana.ledger.refusal.RefusalCode.BOUND_EXCEEDED;
import static org.khazana.ledger.refusal.RefusalCode.MALFORMED;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.util.Arrays;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Kind;
import org.khazana.ledger.id.AssetCode;

/** Bounds on single fields of what clients send. */
final class FieldCheck {
    private FieldCheck() {}

    /** Nobody should sign, and no validator should keep, what this release does not understand. */
    static void noUnknownFields(Message message) throws MalformedTransaction {
        if (!message.getUnknownFields().asMap().isEmpty()) {
            throw new MalformedTransaction(
                    MALFORMED, message.getDescriptorForType().getName() + " has a field that is not known");
        }
    }

    static String utf8(ByteString bytes, String field) throws MalformedTransaction {
        if (!bytes.isValidUtf8()) {
            throw new MalformedTransaction(MALFORMED, field + " is not in UTF-8");
        }
        return bytes.toStringUtf8();
    }

    static boolean flag(long number, String field) throws MalformedTransaction {
        if (number != 0 && number != 1) {
            throw new MalformedTransaction(MALFORMED, field + " must be true or false");
        }
        return number == 1;
    }

    static int small(long number, String field) throws MalformedTransaction {
        if (number != (int) number) {
            throw new MalformedTransaction(MALFORMED, field + " has more than 32 bits");
        }
        return (int) number;
    }

    static Object choice(Kind.Choice choice, long number, String field) throws MalformedTransaction {
        if (number < 1 || number > choice.constants().length) {
            throw new MalformedTransaction(MALFORMED, field + " must be one of " + Arrays.toString(choice.constants()));
        }
        return choice.constant((int) number);
    }

    static byte[] exactly(int length, ByteString bytes, String field) throws MalformedTransaction {
        if (bytes.size() != length) {
            throw new MalformedTransaction(MALFORMED, field + " must have " + length + " bytes, not " + bytes.size());
        }
        return bytes.toByteArray();
    }

    static Hash hash(ByteString bytes, String field) throws MalformedTransaction {
        return Hash.of(exactly(Hash.BYTES, bytes, field));
    }

    static AssetCode assetCode(String text, String field) throws MalformedTransaction {
        try {
            return new AssetCode(text);
        } catch (IllegalArgumentException wrong) {
            throw new MalformedTransaction(
                    MALFORMED, field + " must be 1 to " + AssetCode.LENGTH_MAX + " characters of A-Z and 0-9");
        }
    }

    /** Text for people: at most {@code lengthMax} code points, none of them a control character. */
    static String text(String text, int lengthMax, String field) throws MalformedTransaction {
        if (text.codePointCount(0, text.length()) > lengthMax) {
            throw new MalformedTransaction(BOUND_EXCEEDED, field + " is longer than " + lengthMax + " characters");
        }
        for (int at = 0; at < text.length(); at++) {
            if (Character.isISOControl(text.charAt(at))) {
                throw new MalformedTransaction(MALFORMED, field + " contains a control character");
            }
        }
        return text;
    }

    /**
     * A reference that is compared: visible ASCII with single characters of space inside only, so that two that look
     * alike are alike.
     */
    static String reference(String text, int lengthMax, String field) throws MalformedTransaction {
        text(text, lengthMax, field);
        boolean isVisible = text.chars().allMatch(character -> character >= ' ' && character <= '~');
        if (text.isEmpty() || !isVisible || !text.equals(text.strip())) {
            throw new MalformedTransaction(
                    MALFORMED, field + " must be 1 to " + lengthMax + " ASCII characters without spaces around");
        }
        return text;
    }
}
