// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guidang.intake.CaseFacts;
import org.guidang.intake.ProcessOpinion;
import org.guidang.intake.Source;
import org.guidang.intake.boundary.CaseSubmission;
import org.guidang.intake.boundary.IncomingFile;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * A multipart upload of a case: a part {@code case} in JSON that describes it and names, for every file, the part that
 * holds its octets. A part nobody names and a name without a part are findings, all of them at once.
 */
final class CaseForm {

    private static final String CASE = "case";

    /** What the part {@code case} says. */
    record Description(
            String number,
            String itemCode,
            CaseFacts facts,
            List<ProcessOpinion> opinions,
            List<FileDescription> files) {}

    /**
     * @param part name of the part with the octets
     * @param name the file's own name; that of the part when absent
     * @param material 材料名称; may be absent
     * @param issuing the same text for all files of one issuing, absent for a file of the case
     */
    record FileDescription(String part, String name, String material, Source source, String issuing) {}

    private final Description description;
    private final List<IncomingFile> files = new ArrayList<>();

    private CaseForm(Description description) {
        this.description = description;
    }

    static CaseForm read(Collection<EntityPart> parts, ObjectMapper json) throws IOException {
        Map<String, EntityPart> byName = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (EntityPart part : parts) {
            if (byName.put(part.getName(), part) != null) {
                findings.add(finding("intake.form.part-twice", part.getName()));
            }
        }
        EntityPart described = byName.remove(CASE);
        if (described == null) {
            findings.add(finding("intake.form.case-missing", CASE));
            throw refusal(findings);
        }
        CaseForm form;
        try (InputStream in = described.getContent()) {
            form = new CaseForm(json.readValue(in, Description.class));
        }
        List<FileDescription> named = form.description.files() == null ? List.of() : form.description.files();
        for (FileDescription file : named) {
            EntityPart part = byName.remove(file.part());
            if (part == null) {
                findings.add(finding("intake.form.part-missing", file.part()));
            } else {
                form.add(file, part);
            }
        }
        byName.keySet().forEach(name -> findings.add(finding("intake.form.part-unnamed", name)));
        if (!findings.isEmpty()) {
            throw refusal(findings);
        }
        return form;
    }

    CaseSubmission submission() {
        return new CaseSubmission(
                description.number(), description.itemCode(), description.facts(), description.opinions());
    }

    List<IncomingFile> files() {
        return List.copyOf(files);
    }

    private void add(FileDescription file, EntityPart part) {
        String name = file.name() == null ? part.getFileName().orElse(part.getName()) : file.name();
        Source source = file.source() == null ? Source.SYSTEM : file.source();
        files.add(new IncomingFile(name, file.material(), source, file.issuing(), part::getContent));
    }

    private static Finding finding(String key, String part) {
        return Finding.failed(key, Characteristic.INTEGRITY, key).at(String.valueOf(part));
    }

    private static BusinessRuleException refusal(List<Finding> findings) {
        return new BusinessRuleException(Kind.CONTENT, "intake.form.refused", findings);
    }
}
