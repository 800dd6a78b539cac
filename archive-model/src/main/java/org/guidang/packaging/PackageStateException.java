// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging;

import org.guidang.shared.BusinessRuleException;

/** The package version does not stand where this step begins. */
public class PackageStateException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public PackageStateException(PackageVersion version, PackageState found, PackageState... needed) {
        super(
                Kind.CONFLICT,
                "packaging.package.wrong-state",
                version.toString(),
                found.name(),
                java.util.Arrays.toString(needed));
    }
}
