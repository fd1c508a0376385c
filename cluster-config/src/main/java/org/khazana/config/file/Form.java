package org.khazana.config.file;

import java.util.regex.Pattern;

/**
 * What a text must look like.
 *
 * @param allowed the same in words
 */
public record Form(Pattern pattern, String allowed) {
    static final Form VALIDATOR_ID =
            form("[a-z][a-z0-9-]{0,31}", "1 to 32 characters of a-z, 0-9 and -, starting with a letter");
    public static final Form NAME = form(
            "[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]([ \\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]{0,62}[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}])?",
            "1 to 64 printable characters, no space at either end");
    static final Form HEX_32_BYTES = form("[0-9a-f]{64}", "64 hexadecimal digits in lower case");
    static final Form DIRECTORY = form("(?!0{8})[0-9a-f]{8}", "8 hexadecimal digits in lower case, not all zero");
    static final Form CURRENCY = form("[A-Z]{3}", "three capital letters (ISO 4217)");
    static final Form HOST = form(
            "[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:.]{2,45}",
            "a host name or an IP address without brackets");
    static final Form PATH = form("[^\\p{Cntrl}]{1,1024}", "a path of 1 to 1024 characters");

    private static Form form(String pattern, String allowed) {
        return new Form(Pattern.compile(pattern), allowed);
    }

    public boolean fits(String text) {
        return pattern.matcher(text).matches();
    }
}
