// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/**
 * One version of one package: what is signed, listed, returned and held is always a version.
 *
 * @param packageNumber value of the {@link PackageNumber}
 * @param version from 1
 */
@Embeddable
public record PackageVersion(
        @Column(name = "package_number") String packageNumber,
        @Column(name = "version") int version) implements Serializable {

    public PackageVersion(PackageNumber number, int version) {
        this(number.value(), version);
    }

    public PackageNumber number() {
        return new PackageNumber(packageNumber);
    }

    /** As people write it: {@code 33000001-2026-000123 v2}. */
    @Override
    public String toString() {
        return packageNumber + " v" + version;
    }
}
