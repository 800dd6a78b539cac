// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.web;

import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.util.List;
import org.guidang.catalog.MaterialKind;
import org.guidang.intake.Source;
import org.guidang.intake.boundary.IncomingFile;

/**
 * The place on the form where the files of one material are chosen. All files of an issuing material belong to one
 * issuing: its record and its components.
 */
public class MaterialSlot implements Serializable {

    private final String name;
    private final MaterialKind kind;
    private final boolean required;
    private Source source;
    private transient List<Part> parts;

    /** @param name null for files whose material is told later */
    MaterialSlot(String name, MaterialKind kind, boolean required) {
        this.name = name;
        this.kind = kind;
        this.required = required;
        this.source = kind == MaterialKind.ISSUING
                ? Source.SHARED_DATA
                : kind == MaterialKind.APPLICATION ? Source.APPLICANT : Source.SYSTEM;
    }

    List<IncomingFile> files() {
        return parts == null
                ? List.of()
                : parts.stream()
                        .filter(part -> part.getSize() > 0 || !isBlank(part.getSubmittedFileName()))
                        .map(this::incoming)
                        .toList();
    }

    private IncomingFile incoming(Part part) {
        String issuing = kind == MaterialKind.ISSUING ? name : null;
        return new IncomingFile(part.getSubmittedFileName(), name, source, issuing, part::getInputStream);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    public String getName() {
        return name;
    }

    public MaterialKind getKind() {
        return kind;
    }

    public boolean isRequired() {
        return required;
    }

    public Source getSource() {
        return source;
    }

    public void setSource(Source source) {
        this.source = source;
    }

    public List<Part> getParts() {
        return parts;
    }

    public void setParts(List<Part> parts) {
        this.parts = parts;
    }
}
