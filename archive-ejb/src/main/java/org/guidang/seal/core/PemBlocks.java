// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PEM (RFC 7468): the values between the lines. Keys are never decoded. */
final class PemBlocks {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");

    private PemBlocks() {}

    static List<byte[]> read(String text) {
        List<byte[]> values = new ArrayList<>();
        for (Matcher block = BLOCK.matcher(text); block.find(); ) {
            if (block.group(1).endsWith("KEY")) {
                continue;
            }
            try {
                values.add(Base64.getMimeDecoder().decode(block.group(2)));
            } catch (IllegalArgumentException notBase64) {
                continue;
            }
        }
        return values;
    }
}
