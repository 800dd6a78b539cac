// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import java.util.List;

/**
 * One metadata item as it stands in a document of a package, whatever generation wrote it.
 *
 * @param role which document
 * @param file path of the document in the package
 * @param path names of the elements from below the root to the item, as written
 * @param title Chinese name from the attribute {@code title}; empty when there is none
 * @param value the text, untouched; empty for an empty element
 * @param line where the element begins, from 1
 * @param column likewise
 * @param group number of the repeated element it belongs to within the document (Opinion, ArchiveFile …), from 1; 0 for
 *     items of the document itself
 */
public record MetadataItem(
        Layout.DocumentRole role,
        String file,
        List<String> path,
        String title,
        String value,
        int line,
        int column,
        int group) {

    public MetadataItem {
        path = List.copyOf(path);
    }

    /** Element or attribute name of the item itself. */
    public String name() {
        return path.get(path.size() - 1);
    }

    /** For a finding: "line 3, column 5". */
    public String place() {
        return "line " + line + ", column " + column;
    }
}
