// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.core;

import java.nio.file.Path;
import org.guidang.intake.Source;
import org.guidang.shared.Fixity;

/**
 * A file that has been read to its end and lies in the incoming area, nobody's content yet.
 *
 * @param name as sent, last component only
 * @param issuing the text that holds the files of one issuing together; empty for none
 * @param materialName as sent; null when not said
 * @param octets where they lie
 * @param format by leading octets, see {@link LeadingOctets}
 */
public record StagedFile(
        String name, String materialName, Source source, String issuing, Path octets, Fixity fixity, String format) {}
