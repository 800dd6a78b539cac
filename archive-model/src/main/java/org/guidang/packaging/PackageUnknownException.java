// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging;

import org.guidang.shared.BusinessRuleException;

/** No such package, or none that the caller may know of. */
public class PackageUnknownException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public PackageUnknownException(Object numberOrVersion) {
        super(Kind.UNKNOWN, "packaging.package.unknown", String.valueOf(numberOrVersion));
    }
}
