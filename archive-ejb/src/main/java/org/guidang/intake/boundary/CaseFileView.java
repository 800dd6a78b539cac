// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.boundary;

import java.io.Serializable;
import org.guidang.intake.CaseFile;
import org.guidang.intake.Source;
import org.guidang.shared.Fixity;

/** A file of a case as read; {@code folder} is null until arranged, {@code issuing} null for no issuing. */
public record CaseFileView(
        String id,
        int position,
        String materialName,
        String folder,
        String originalName,
        String safeName,
        Fixity fixity,
        String format,
        Source source,
        String issuing)
        implements Serializable {

    static CaseFileView of(CaseFile file) {
        return new CaseFileView(
                file.id(),
                file.position(),
                file.materialName(),
                file.folder(),
                file.originalName(),
                file.safeName(),
                file.fixity(),
                file.format(),
                file.source(),
                file.issuing());
    }
}
