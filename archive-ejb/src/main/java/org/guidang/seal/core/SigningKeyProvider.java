// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.util.List;
import java.util.Optional;

/**
 * Where signing keys come from: files, a token, a certified device. Providers of others are found by {@link
 * java.util.ServiceLoader} and chosen by {@link #name()}; they hand out handles, the keys may stay where they are.
 *
 * <p>Implementations are safe for many threads and never write a password or key to a log.
 */
public interface SigningKeyProvider {

    /** The name by which the installation chooses it. */
    String name();

    /** Called once before any other method. */
    default void open(KeySettings settings) {}

    /** The owner's key; empty when there is none and none is made. */
    Optional<SigningKey> find(KeyOwner owner);

    /** All keys held, for the watch over their expiry. */
    List<SigningKey> all();

    /** Anchors and lists that belong to these keys; whoever trusts them is asked separately. */
    default Trust trust() {
        return Trust.none();
    }

    /** True when the product made the keys for trying out. */
    default boolean demonstration() {
        return false;
    }
}
