// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import org.guidang.organization.SecondFactor;
import org.guidang.organization.core.Totp;
import org.guidang.shared.control.DataDirectory;
import org.guidang.shared.core.SecretBox;

/** Locks and opens the secrets of second factors with the key in {@code keys/second-factor.key} of the data directory. */
@ApplicationScoped
public class SecondFactorSecrets {

    @Inject
    DataDirectory data;

    private SecretBox box;

    @PostConstruct
    void open() {
        try {
            box = SecretBox.at(data.folder("keys").resolve("second-factor.key"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("keys/second-factor.key", unreadable);
        }
    }

    public String lock(String secret, String userName) {
        return box.lock(secret, userName);
    }

    /** The step the code belongs to, see {@link Totp#stepOf}. */
    public OptionalLong stepOf(SecondFactor factor, String code, Instant now) {
        try {
            return Totp.stepOf(box.open(factor.lockedSecret(), factor.userName()), code, now);
        } catch (GeneralSecurityException otherKey) {
            throw new IllegalStateException("second factor of " + factor.userName() + " does not open", otherKey);
        }
    }
}
