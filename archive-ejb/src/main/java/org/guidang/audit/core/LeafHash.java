// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.audit.core;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.guidang.audit.Operation;

/**
 * The hash of one log entry: SM3 over the octet 0x00 (a leaf, told apart from the inner nodes of a tree), then every
 * field as its length in octets, a colon and its UTF-8 text, so that no two entries can be written the same way.
 */
public final class LeafHash {

    private LeafHash() {}

    public static String of(Operation entry) {
        SM3Digest sm3 = new SM3Digest();
        sm3.update((byte) 0);
        add(sm3, entry.previousHash());
        add(sm3, entry.number().chain());
        add(sm3, Long.toString(entry.number().index()));
        add(sm3, entry.at().toString());
        add(sm3, entry.userName());
        add(sm3, entry.displayName());
        add(sm3, entry.operation());
        add(sm3, entry.objectKind());
        add(sm3, entry.objectId());
        add(sm3, entry.result());
        add(sm3, entry.details());
        byte[] hash = new byte[sm3.getDigestSize()];
        sm3.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }

    /** Details as text: one {@code name=value} a line, names sorted, line breaks and backslashes in values escaped. */
    public static String canonical(Map<String, String> details) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(details)
                .forEach((name, value) ->
                        text.append(name).append('=').append(escape(value)).append('\n'));
        return text.toString();
    }

    /** NUL is dropped because PostgreSQL stores none, and the hash is of what the database gives back. */
    private static String escape(String value) {
        return String.valueOf(value)
                .replace("\u0000", "")
                .replace("\\", "\\\\")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }

    private static void add(SM3Digest sm3, String field) {
        byte[] octets = field.getBytes(StandardCharsets.UTF_8);
        byte[] length = (octets.length + ":").getBytes(StandardCharsets.US_ASCII);
        sm3.update(length, 0, length.length);
        sm3.update(octets, 0, octets.length);
    }
}
