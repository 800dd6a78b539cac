// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A digest (数字摘要): algorithm name as in {@link #SM3} or {@link #SHA_256}, value in lower-case hexadecimal.
 * Equal when both agree.
 */
public record Digest(String algorithm, String hex) implements Serializable {

    public static final String SM3 = "SM3";
    public static final String SHA_256 = "SHA-256";

    private static final Pattern HEX = Pattern.compile("(?:[0-9a-f]{2})+");

    public Digest {
        hex = hex.toLowerCase(Locale.ROOT);
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("not hexadecimal: " + hex);
        }
    }

    public static Digest of(String algorithm, byte[] value) {
        return new Digest(algorithm, java.util.HexFormat.of().formatHex(value));
    }

    public byte[] bytes() {
        return java.util.HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return algorithm + ":" + hex;
    }
}
