// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.guidang.shared.DemonstrationSwitch;

/** What the operator says about webhooks: a property, else the variable of the same words. */
@ApplicationScoped
public class WebhookSettings {

    /** Networks that may be called though they are not public. */
    public String networks() {
        return said("guidang.webhook.networks", "GUIDANG_WEBHOOK_NETWORKS").orElse("");
    }

    /** Wait after the first failed try. */
    public Duration firstRetry() {
        return Duration.ofSeconds(Long.parseLong(said("guidang.webhook.first-retry", "GUIDANG_WEBHOOK_FIRST_RETRY")
                .orElse("30")));
    }

    /** Failures in a row that switch a subscription off. */
    public int disableAfter() {
        return Integer.parseInt(said("guidang.webhook.disable-after", "GUIDANG_WEBHOOK_DISABLE_AFTER")
                .orElse("20"));
    }

    public boolean demonstration() {
        return DemonstrationSwitch.isOn();
    }

    private static Optional<String> said(String property, String variable) {
        return Optional.ofNullable(System.getProperty(property, System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }
}
