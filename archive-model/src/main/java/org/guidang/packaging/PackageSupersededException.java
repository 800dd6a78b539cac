// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging;

import org.guidang.shared.BusinessRuleException;

/** A later version answers this one; only the later one goes on. */
public class PackageSupersededException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public PackageSupersededException(PackageVersion version, int successor) {
        super(Kind.CONFLICT, "packaging.package.superseded", version.toString(), successor);
    }
}
