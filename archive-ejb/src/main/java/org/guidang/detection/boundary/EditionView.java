// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.boundary;

import java.io.Serializable;
import org.guidang.detection.Profile;

/** An edition an organization can start from. */
public record EditionView(String id, String standard, String edition, String title, String digest, long items)
        implements Serializable {

    static EditionView of(Profile profile) {
        return new EditionView(
                profile.id(),
                profile.standard(),
                profile.edition(),
                profile.title(),
                profile.digest().toString(),
                profile.items().values().stream()
                        .mapToLong(java.util.List::size)
                        .sum());
    }
}
