// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One element of a small XML part: local names only, since writers differ in prefixes, and where it stood. */
final class XmlElement {

    private final String namespace;
    private final String name;
    private final int line;
    private final int column;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(String namespace, String name, int line, int column) {
        this.namespace = namespace == null ? "" : namespace;
        this.name = name;
        this.line = line;
        this.column = column;
    }

    void attribute(String name, String value) {
        attributes.put(name, value);
    }

    void child(XmlElement child) {
        children.add(child);
    }

    void text(String more) {
        text.append(more);
    }

    String namespace() {
        return namespace;
    }

    String name() {
        return name;
    }

    /** For findings: "Doc_0/Document.xml line 3, column 20". */
    String place(String part) {
        return part + " line " + line + ", column " + column;
    }

    Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    String text() {
        return text.toString().strip();
    }

    List<XmlElement> children() {
        return children;
    }

    List<XmlElement> all(String name) {
        return children.stream().filter(child -> child.name.equals(name)).toList();
    }

    Optional<XmlElement> first(String name) {
        return children.stream().filter(child -> child.name.equals(name)).findFirst();
    }

    /** Text of the first child of that name; empty when there is none or it is blank. */
    Optional<String> textOf(String name) {
        return first(name).map(XmlElement::text).filter(value -> !value.isEmpty());
    }

    /** All elements of that name at any depth below this one. */
    List<XmlElement> descendants(String name) {
        List<XmlElement> found = new ArrayList<>();
        java.util.ArrayDeque<XmlElement> open = new java.util.ArrayDeque<>(children);
        while (!open.isEmpty()) {
            XmlElement next = open.poll();
            if (next.name.equals(name)) {
                found.add(next);
            }
            open.addAll(next.children);
        }
        return found;
    }
}
