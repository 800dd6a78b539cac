// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.issuing.core;

import java.util.ArrayList;
import java.util.List;

/** One element of a metadata file as read: small files only, whole in memory, bounded by {@link XmlReading}. */
final class XmlElement {

    /** From 0, in the order of start tags. */
    final int index;

    final String name;
    final String namespace;
    final String title;
    final int line;
    final int column;
    /** The whole text, comments left out and CDATA taken in. */
    final StringBuilder text = new StringBuilder();

    final List<XmlElement> children = new ArrayList<>();
    boolean holdsComment;

    XmlElement(int index, String name, String namespace, String title, int line, int column) {
        this.index = index;
        this.name = name;
        this.namespace = namespace == null ? "" : namespace;
        this.title = title;
        this.line = line;
        this.column = column;
    }

    String place() {
        return "line " + line + ", column " + column;
    }

    /** Children of this name without a namespace. */
    List<XmlElement> all(String childName) {
        return children.stream()
                .filter(child -> child.name.equals(childName) && child.namespace.isEmpty())
                .toList();
    }
}
