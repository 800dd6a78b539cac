// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.guidang.detection.Profile;
import org.guidang.detection.ProfileChange;
import org.guidang.detection.ProfileCopy;
import org.guidang.detection.ProfileCopyState;

/**
 * One version of an organization's profile as shown.
 *
 * @param id as reports name it
 * @param edition id of the edition it rests on, with its digest as of then
 * @param editionOutdated whether the product brings another file under that id by now
 * @param digest SM3 over the canonical form
 * @param mayReview whether the caller is the second person who may decide now
 * @param mayWithdraw whether the caller proposed it and it waits
 * @param version for If-Match
 */
public record ProfileView(
        String id,
        int number,
        String title,
        String edition,
        String standard,
        String editionDigest,
        boolean editionOutdated,
        ProfileCopyState state,
        String digest,
        String authorName,
        Instant proposedAt,
        String reviewerName,
        Instant reviewedAt,
        String reviewNote,
        Instant supersededAt,
        String certificate,
        boolean mayReview,
        boolean mayWithdraw,
        List<ProfileChange> changes,
        long version)
        implements Serializable {

    static ProfileView of(ProfileCopy copy, Profile base, boolean outdated, boolean mayReview, boolean mayWithdraw) {
        return new ProfileView(
                copy.id(),
                copy.number(),
                copy.title(),
                copy.edition(),
                base.standard(),
                base.digest().toString(),
                outdated,
                copy.state(),
                copy.digest(),
                copy.authorName(),
                copy.proposedAt(),
                copy.reviewerName(),
                copy.reviewedAt(),
                copy.reviewNote(),
                copy.supersededAt(),
                copy.certificate(),
                mayReview,
                mayWithdraw,
                copy.changes(),
                copy.version());
    }
}
