// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import java.util.List;
import java.util.Optional;

/** The profiles of all organizations, every version; none is ever removed. */
public interface ProfileCopyRepository {

    /** Refused by the database when another proposal of the organization waits. */
    void add(ProfileCopy copy);

    Optional<ProfileCopy> find(String organization, int number);

    Optional<ProfileCopy> inForce(String organization);

    /** The proposal that waits for a second person. */
    Optional<ProfileCopy> proposed(String organization);

    /** All versions, newest first. */
    List<ProfileCopy> of(String organization);

    /** Writes what was changed now, so that a following change meets it. */
    void flush();
}
