// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose signing key is meant.
 *
 * @param kind of owner
 * @param name code of the organization or user name of the person, as entered
 */
public record KeyOwner(Kind kind, String name) {

    private static final Pattern OCTET = Pattern.compile("[0-9a-z-]|_[0-9a-f]{2}");

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

    /** The owner of whom {@link #alias()} gives this; empty when it is nobody's. */
    public static Optional<KeyOwner> ofAlias(String alias) {
        for (Kind kind : Kind.values()) {
            String prefix = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-";
            if (!alias.startsWith(prefix)) {
                continue;
            }
            ByteArrayOutputStream name = new ByteArrayOutputStream();
            Matcher octets = OCTET.matcher(alias).region(prefix.length(), alias.length());
            while (octets.lookingAt()) {
                String one = octets.group();
                name.write(one.length() == 1 ? one.charAt(0) : Integer.parseInt(one.substring(1), 16));
                octets.region(octets.end(), alias.length());
            }
            KeyOwner owner = new KeyOwner(kind, name.toString(StandardCharsets.UTF_8));
            return owner.alias().equals(alias) ? Optional.of(owner) : Optional.empty();
        }
        return Optional.empty();
    }
}
