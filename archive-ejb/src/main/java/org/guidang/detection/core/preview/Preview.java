// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.preview;

import java.io.Serializable;
import java.util.List;
import org.guidang.detection.core.SealInformation;
import org.guidang.shared.Finding;

/**
 * What there is to see of one file.
 *
 * @param format what the file is, by its content
 * @param pages how many can be asked for; 0 when none can
 * @param unavailable why there are none; null when there are
 * @param seals and signatures in it, each with its verdict
 * @param findings about the file, as the examiner of its format has them
 */
public record Preview(
        String format,
        int pages,
        NoPreviewException.Why unavailable,
        List<SealInformation> seals,
        List<Finding> findings)
        implements Serializable {

    public Preview {
        seals = List.copyOf(seals);
        findings = List.copyOf(findings);
    }
}
