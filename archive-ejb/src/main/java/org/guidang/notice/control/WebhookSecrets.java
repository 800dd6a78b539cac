// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import org.guidang.notice.WebhookSubscription;
import org.guidang.shared.control.DataDirectory;
import org.guidang.shared.core.SecretBox;

/** Locks and opens the secrets of subscriptions with the key in {@code keys/webhook.key} of the data directory. */
@ApplicationScoped
public class WebhookSecrets {

    @Inject
    DataDirectory data;

    private SecretBox box;

    @PostConstruct
    void open() {
        try {
            box = SecretBox.at(data.folder("keys").resolve("webhook.key"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("keys/webhook.key", unreadable);
        }
    }

    public String lock(String secret, String subscription) {
        return box.lock(secret, subscription);
    }

    public String open(WebhookSubscription subscription) throws GeneralSecurityException {
        return box.open(subscription.secret(), subscription.id());
    }
}
