// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.eep;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.guidang.packaging.core.Layout.DocumentRole;
import org.guidang.packaging.core.PackageEntry;
import org.guidang.packaging.core.PackageView;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * Fills the elements of DA/T 46-2009 from the metadata of a package, by the table. What the package does not know is left
 * out, or empty where DA/T 48 requires the element, and told: nothing is made up.
 */
final class EepMetadata {

    private final PackageView view;
    private final Consumer<Finding> findings;

    EepMetadata(PackageView view, Consumer<Finding> findings) {
        this.view = view;
        this.findings = findings;
    }

    /** All elements that one element of DA/T 48 holds, in the order of the table. */
    void block(CanonicalWriter xml, String parent) throws IOException {
        xml.start(parent);
        for (MetadataElement element : MetadataElement.DAT_46_2009) {
            if (element.parent().equals(parent)) {
                element(xml, element);
            }
        }
        xml.end();
    }

    /** One element by its name. */
    void element(CanonicalWriter xml, String name) throws IOException {
        for (MetadataElement element : MetadataElement.DAT_46_2009) {
            if (element.name().equals(name)) {
                element(xml, element);
            }
        }
    }

    private void element(CanonicalWriter xml, MetadataElement element) throws IOException {
        Optional<String> value = value(element.source());
        if (value.isPresent()) {
            xml.leaf(element.name(), value.get());
        } else if (element.required()) {
            xml.leaf(element.name(), "");
            findings.accept(
                    Finding.warning("eep.metadata-missing", Characteristic.INTEGRITY, "packaging.eep.metadata-missing")
                            .at(element.parent())
                            .expecting(element.clause(), element.name()));
        }
    }

    String value(MetadataElement element, String otherwise) {
        return value(element.source()).orElse(otherwise);
    }

    private Optional<String> value(String source) {
        if (source.startsWith("=")) {
            return Optional.of(source.substring(1));
        }
        if (source.equals("!aggregation")) {
            List<PackageEntry> files = view.entries(PackageEntry.Part.CONTENT);
            return Optional.of(files.size() == 1 ? "单件" : "组合文件");
        }
        int slash = source.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        int part = source.indexOf('#');
        String item = source.substring(slash + 1, part < 0 ? source.length() : part);
        Optional<String> value = view.metadata().value(DocumentRole.valueOf(source.substring(0, slash)), item);
        return part < 0
                ? value
                : value.filter(time -> time.matches("\\d{4}-\\d\\d-\\d\\d.*"))
                        .map(time -> time.substring(0, source.endsWith("#year") ? 4 : 10));
    }
}
