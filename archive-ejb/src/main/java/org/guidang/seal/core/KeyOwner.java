// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.nio.charset.StandardCharsets;

/**
 * Whose signing key is meant.
 *
 * @param kind of owner
 * @param name code of the organization or user name of the person, as entered
 */
public record KeyOwner(Kind kind, String name) {

    /** Who signs. */
    public enum Kind {
        ORGANIZATION,
        PERSON,
        TIME_STAMPER
    }

    public static KeyOwner organization(String code) {
        return new KeyOwner(Kind.ORGANIZATION, code);
    }

    public static KeyOwner person(String userName) {
        return new KeyOwner(Kind.PERSON, userName);
    }

    public static KeyOwner timeStamper() {
        return new KeyOwner(Kind.TIME_STAMPER, "tsa");
    }

    /**
     * The name of the entry in a key store and of the key file: letters, digits, dot and hyphen stay, every other octet
     * of the name becomes {@code _xx}, so that no name is a path and no two names meet.
     */
    public String alias() {
        StringBuilder alias =
                new StringBuilder(kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        alias.append('-');
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = octet >= '0' && octet <= '9' || octet >= 'a' && octet <= 'z' || octet == '-';
            if (plain) {
                alias.append((char) octet);
            } else {
                alias.append('_').append(String.format("%02x", octet & 0xff));
            }
        }
        return alias.toString();
    }
}
