// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization;

import java.util.Optional;

/** Second factors and the guards against guessing. Works inside the caller's transaction. */
public interface SecondFactorRepository {

    Optional<SecondFactor> find(String userName);

    /** To be changed; nobody else changes it until the transaction ends. */
    Optional<SecondFactor> lock(String userName);

    void add(SecondFactor factor);

    void remove(SecondFactor factor);

    /** To be changed; nobody else changes it until the transaction ends. */
    Optional<ReauthenticationGuard> lockGuard(String userName);

    void add(ReauthenticationGuard guard);
}
