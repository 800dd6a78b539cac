// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.shared.Finding;

/** Takes a package out of a bag: its payload is the files of the package. */
final class BagImport {

    private static final String PAYLOAD = "data/";

    private BagImport() {}

    static Imported read(Path bag, FileTree tree, List<Finding> findings, Path target) throws IOException {
        BagValidator.validate(tree, findings::add);
        ImportGate.refuseBad(bag, findings);
        Map<String, PackageRestore.Held> files = new LinkedHashMap<>();
        for (String path : tree.paths()) {
            if (path.startsWith(PAYLOAD)) {
                files.put(path.substring(PAYLOAD.length()), PackageRestore.in(tree, path));
            }
        }
        String recorded = recorded(tree);
        Optional<byte[]> token = tree.small(BagExport.LATER_TOKEN);
        Optional<byte[]> proof = token.isPresent() ? token : tree.small(BagExport.LATER_RECORD);
        return ImportGate.write("bag", bag, files, target, findings, proof, "bag-info.txt", recorded);
    }

    private static String recorded(FileTree tree) throws IOException {
        String info = tree.small("bag-info.txt")
                .map(octets -> new String(octets, StandardCharsets.UTF_8))
                .orElse("");
        return BagLines.tags(info).stream()
                .filter(tag -> tag.label().equals(BagExport.ZIP_DIGEST))
                .map(BagLines.Tag::value)
                .findFirst()
                .orElse("");
    }
}
