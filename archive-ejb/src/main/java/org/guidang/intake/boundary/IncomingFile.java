// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.boundary;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.guidang.intake.Source;
import org.guidang.shared.SafeName;

/**
 * A file as it arrives with a case. Its octets are read once, as a stream.
 *
 * @param name as sent; of a path only the last component counts, its folder tells the issuing when none is named
 * @param materialName 材料名称; null or empty when not known yet
 * @param source where it came from
 * @param issuing any text shared by the files of one issuing (one record with its components), unique in the
 *     submission; null or empty for a file of the case itself
 * @param content the octets
 */
public record IncomingFile(String name, String materialName, Source source, String issuing, Content content) {

    public IncomingFile {
        name = name == null || name.isBlank() ? SafeName.UNNAMED : name;
    }

    /** Octets that can be read; opened once. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    /** A file whose octets are at hand. */
    public static IncomingFile of(String name, String materialName, Source source, String issuing, byte[] octets) {
        return new IncomingFile(name, materialName, source, issuing, () -> new ByteArrayInputStream(octets));
    }
}
