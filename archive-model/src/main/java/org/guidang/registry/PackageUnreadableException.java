// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry;

import java.io.IOException;
import org.guidang.packaging.PackageVersion;
import org.guidang.shared.BusinessRuleException;

/** The stored package cannot be opened for counting; nothing was registered. */
public class PackageUnreadableException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public PackageUnreadableException(PackageVersion version, IOException why) {
        super(Kind.CONTENT, "registry.package.unreadable", version.toString(), String.valueOf(why.getMessage()));
        initCause(why);
    }
}
