// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

import java.security.cert.X509CRL;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lists and answers about revocation, from wherever they came. Nothing in it is believed: each is checked against its
 * issuer before it counts.
 */
public record RevocationMaterial(List<X509CRL> lists, List<StatusAnswer> answers) {

    private static final RevocationMaterial NONE = new RevocationMaterial(List.of(), List.of());

    public RevocationMaterial {
        lists = List.copyOf(lists);
        answers = List.copyOf(answers);
    }

    public static RevocationMaterial none() {
        return NONE;
    }

    public static RevocationMaterial of(Collection<X509CRL> lists) {
        return new RevocationMaterial(List.copyOf(lists), List.of());
    }

    /** Both together. */
    public RevocationMaterial and(RevocationMaterial other) {
        return new RevocationMaterial(joined(lists, other.lists), joined(answers, other.answers));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
