// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.control;

import java.util.Set;

/** Which kept content a domain names in its rows. Each domain that keeps content has a bean of this type. */
public interface ContentReferences {

    /** SHA-256 digests, hexadecimal, named by rows of the domain, from {@code from} to {@code to}, both included. */
    Set<String> between(String from, String to);
}
