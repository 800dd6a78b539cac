// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging;

import org.guidang.shared.BusinessRuleException;

/** Only a version that passed the archiving detection is registered (DA/T 85-2019, 归档检测 before 登记). */
public class DetectionNotPassedException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public DetectionNotPassedException(PackageVersion version) {
        super(Kind.CONFLICT, "packaging.package.detection-not-passed", version.toString());
    }
}
