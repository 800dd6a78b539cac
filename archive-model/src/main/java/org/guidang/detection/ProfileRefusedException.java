// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import java.util.List;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.Finding;

/** An act upon an organization's profile that cannot be. */
public class ProfileRefusedException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    private ProfileRefusedException(Kind kind, String key, List<Finding> findings, Object... arguments) {
        super(kind, key, findings, arguments);
    }

    static ProfileRefusedException of(Kind kind, String key, Object... arguments) {
        return new ProfileRefusedException(kind, key, List.of(), arguments);
    }

    /** No such version, or none that the caller may know of. */
    public static ProfileRefusedException unknown(String id) {
        return of(Kind.UNKNOWN, "detection.profile.unknown", id);
    }

    /** Another proposal of the organization waits. */
    public static ProfileRefusedException waiting(String id) {
        return of(Kind.CONFLICT, "detection.profile.waiting", id);
    }

    /** The caller changed a version that is no longer the one in force, or saw an older state of this one. */
    public static ProfileRefusedException stale(String id) {
        return of(Kind.STALE, "detection.profile.stale", id);
    }

    /** The changes break rules: all findings. */
    public static ProfileRefusedException content(List<Finding> findings) {
        return new ProfileRefusedException(Kind.CONTENT, "detection.profile.refused", findings, findings.size());
    }

    /** What is stored is not what was signed. */
    public static ProfileRefusedException altered(String id) {
        return of(Kind.UNAVAILABLE, "detection.profile.altered", id);
    }

    /** No title, or too long a one. */
    public static ProfileRefusedException title(int longest) {
        return of(Kind.CONTENT, "detection.profile.title", longest);
    }

    /** An edition that does not come with the product. */
    public static ProfileRefusedException edition(String id) {
        return of(Kind.CONTENT, "detection.profile.edition", String.valueOf(id));
    }

    /** The second pair of eyes is a person's. */
    public static ProfileRefusedException notByMachine(String id) {
        return of(Kind.FORBIDDEN, "detection.profile.not-by-machine", id);
    }
}
