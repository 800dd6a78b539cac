// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.boundary;

import java.io.Serializable;
import java.util.List;
import org.guidang.detection.core.preview.Preview;
import org.guidang.shared.Finding;

/**
 * What there is to see of one file of a package.
 *
 * @param file its number in the package, from 1
 * @param path as the package names it
 * @param pages that can be asked for; 0 when none can
 * @param unavailable key of the sentence that says why there are none; empty when there are
 * @param findings of the file's own examiner, now
 */
public record PreviewView(
        int file,
        String path,
        String format,
        int pages,
        String unavailable,
        List<SealRow> seals,
        List<Finding> findings)
        implements Serializable {

    static PreviewView of(int file, String path, Preview seen) {
        return new PreviewView(
                file,
                path,
                seen.format(),
                seen.pages(),
                seen.unavailable() == null ? "" : seen.unavailable().key(),
                seen.seals().stream().map(SealRow::of).toList(),
                seen.findings());
    }
}
