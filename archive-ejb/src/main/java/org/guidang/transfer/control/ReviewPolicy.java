// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;

/** What this installation asks of reviewers. */
@ApplicationScoped
public class ReviewPolicy {

    /**
     * Whether a review only ends when each package of its sample was opened. {@code guidang.review.sample}, else {@code
     * GUIDANG_REVIEW_SAMPLE}: {@code note} only notes who opened what; anything else, and nothing, asks for it.
     */
    public boolean sampleMustBeOpened() {
        return !"note".equals(System.getProperty("guidang.review.sample", System.getenv("GUIDANG_REVIEW_SAMPLE")));
    }
}
