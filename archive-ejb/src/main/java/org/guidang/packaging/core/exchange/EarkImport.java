// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.guidang.packaging.core.SafeXml;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * Takes the package out of an E-ARK package: the data of its representation. Of several representations each becomes a
 * folder, since only their sender knows which of them is meant.
 */
final class EarkImport {

    private static final Pattern DATA = Pattern.compile("representations/([^/]+)/data/(.+)");

    private EarkImport() {}

    static Imported read(Path file, FileTree tree, List<Finding> findings, Path target) throws IOException {
        EarkValidator.validate(tree, findings::add);
        Map<String, PackageRestore.Held> files = data(tree);
        if (files.isEmpty()) {
            findings.add(Finding.failed("eark.no-data", Characteristic.INTEGRITY, "packaging.eark.no-data")
                    .in("representations"));
        }
        ImportGate.refuseBad(file, findings);
        String recorded = recorded(tree);
        Optional<byte[]> token = tree.small(EarkExport.LATER_TOKEN);
        Optional<byte[]> proof = token.isPresent() ? token : tree.small(EarkExport.LATER_RECORD);
        return ImportGate.write("eark", file, files, target, findings, proof, EarkExport.PREMIS, recorded);
    }

    private static Map<String, PackageRestore.Held> data(FileTree tree) {
        Map<String, PackageRestore.Held> files = new LinkedHashMap<>();
        TreeSet<String> representations = new TreeSet<>();
        for (String path : tree.paths()) {
            Matcher data = DATA.matcher(path);
            if (data.matches()) {
                representations.add(data.group(1));
            }
        }
        for (String path : tree.paths()) {
            Matcher data = DATA.matcher(path);
            if (data.matches()) {
                String name = representations.size() == 1 ? data.group(2) : data.group(1) + "/" + data.group(2);
                files.put(name, PackageRestore.in(tree, path));
            }
        }
        return files;
    }

    /** The SHA-256 of the zip that was exported, from PREMIS; empty when none is told. */
    private static String recorded(FileTree tree) throws IOException {
        Optional<byte[]> premis = tree.small(EarkExport.PREMIS);
        if (premis.isEmpty()) {
            return "";
        }
        try {
            XMLStreamReader xml = SafeXml.reader(new ByteArrayInputStream(premis.get()));
            boolean zip = false;
            String algorithm = "";
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "objectIdentifierValue" ->
                            zip = xml.getElementText().equals(EarkExport.ZIP_OBJECT);
                        case "messageDigestAlgorithm" -> algorithm = xml.getElementText();
                        case "messageDigest" -> {
                            if (zip && algorithm.equals("SHA-256")) {
                                return xml.getElementText();
                            }
                        }
                        default -> {} // tells nothing of the zip
                    }
                }
            }
            return "";
        } catch (XMLStreamException othersPremis) {
            return "";
        }
    }
}
