// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.guidang.organization.Organization;
import org.guidang.seal.core.ses.ElectronicSealData;
import org.guidang.seal.core.ses.SealObjectCheck;
import org.guidang.shared.Finding;

/**
 * The electronic seal of an organization as it stands now.
 *
 * @param code of the organization
 * @param seal as it names itself; empty when it cannot be read
 * @param until end of its validity; null when it cannot be read
 * @param accepted whether its picture is put on paper
 * @param findings why not
 */
public record SealObjectRow(
        String code, String organization, String seal, Instant until, boolean accepted, List<Finding> findings)
        implements Serializable {

    static SealObjectRow of(Organization organization, SealObjectCheck.Judged judged) {
        ElectronicSealData seal = judged.seal();
        return new SealObjectRow(
                organization.code(),
                organization.name(),
                seal == null ? "" : seal.name(),
                seal == null ? null : seal.validTo(),
                judged.accepted(),
                judged.findings());
    }
}
