// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.ses;

/** Which standard a seal or its signature is built by. Told by shape first, since version numbers are written carelessly. */
public enum SesVersion {
    /** GM/T 0031-2014: a seal of two elements. */
    V1("GM/T 0031-2014"),
    /** GB/T 38540-2020: a seal of four elements. */
    V4("GB/T 38540-2020"),
    /** GM/T 0031-2025: as V4, header version 5, the seal may carry a time-stamp. */
    V5("GM/T 0031-2025");

    private final String standard;

    SesVersion(String standard) {
        this.standard = standard;
    }

    public String standard() {
        return standard;
    }
}
