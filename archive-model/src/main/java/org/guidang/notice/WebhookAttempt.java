// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Instant;

/**
 * One try to deliver.
 *
 * @param status HTTP status; 0 when there was no answer
 * @param failure why there was no answer; empty when there was one
 */
@Embeddable
public record WebhookAttempt(
        @Column(name = "tried_at") Instant at,
        @Column(name = "status") int status,
        @Column(name = "failure") String failure,
        @Column(name = "milliseconds") long milliseconds)
        implements Serializable {

    /** Standard Webhooks: any 2xx is an acceptance. */
    public boolean accepted() {
        return status >= 200 && status < 300;
    }
}
