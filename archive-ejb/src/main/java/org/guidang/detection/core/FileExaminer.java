// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.io.IOException;

/**
 * Examines files of one kind: structure, signatures, hostile content. Finds everything, decides nothing beyond its
 * findings, never follows a reference out of the file, and holds its limits whatever the file says of itself.
 */
public interface FileExaminer {

    /** Short name of the formats taken, as the format detector gives them: "ofd", "pdf", "jpeg". */
    java.util.Set<String> formats();

    /**
     * Reports all findings into the examination.
     *
     * @throws IOException when the octets cannot be read at all; a bad file is a finding, not an exception
     */
    void examine(Examination examination) throws IOException;
}
