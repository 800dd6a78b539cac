// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry;

import java.io.Serializable;

/** An archival code (档号), such as {@code J019-ZY·2026·D30-00001}: unique, never given twice, never changed. */
public record ArchivalCode(String value) implements Serializable {

    public ArchivalCode {
        if (value == null || value.isBlank() || value.length() > 200) {
            throw new IllegalArgumentException("no archival code: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
