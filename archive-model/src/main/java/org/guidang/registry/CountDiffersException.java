// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry;

import org.guidang.packaging.PackageVersion;
import org.guidang.shared.BusinessRuleException;

/** What was counted is not what the package declares (6.7: 清点、核实); nothing was registered. */
public class CountDiffersException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public CountDiffersException(PackageVersion version, Counted declared, Counted counted) {
        super(
                Kind.CONTENT,
                "registry.count.differs",
                version.toString(),
                declared.files(),
                declared.octets(),
                counted.files(),
                counted.octets());
    }
}
