// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.guidang.packaging.core.PackageReader;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.zip.GuardedZip;
import org.guidang.packaging.core.zip.StoredZipWriter;
import org.guidang.packaging.core.zip.ZipLimits;
import org.guidang.packaging.xml.ManifestXml;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.FixityMeter;

/**
 * Takes a package out of a bag. The zip is written anew in the order its own manifest gives, so that it is the one that
 * was exported, octet for octet, however the bag travelled.
 */
public final class BagImport {

    /**
     * What was taken in.
     *
     * @param zip fixity of the package written
     * @param laterToken time-stamp that travelled beside it; empty for none
     * @param findings warnings about the bag
     */
    public record Imported(Fixity zip, Optional<byte[]> laterToken, List<Finding> findings) {}

    private BagImport() {}

    /**
     * @param bag a zip that holds a bag
     * @param target must not exist; nothing remains of it when the bag is refused
     * @throws BusinessRuleException CONTENT with all findings when the bag is bad, or is not the package it says
     */
    public static Imported read(Path bag, Path target) throws IOException {
        List<Finding> findings = new ArrayList<>();
        try (GuardedZip zip = GuardedZip.open(bag, ZipLimits.STANDARD)) {
            findings.addAll(zip.findings());
            refuse(bag, findings);
            FileTree tree = new FileTree(zip);
            BagValidator.validate(tree, findings::add);
            refuse(bag, findings);
            List<String> payload = tree.paths().stream()
                    .filter(path -> path.startsWith("data/"))
                    .toList();
            write(tree, payload, target);
            try {
                // The manifest inside says in which order the files stood; only then are the octets the same again.
                reorder(tree, payload, target);
                Fixity written = measure(target);
                compare(tree, written, findings);
                refuse(bag, findings);
                Optional<byte[]> token = tree.small(BagExport.LATER_TOKEN);
                return new Imported(written, token.isPresent() ? token : tree.small(BagExport.LATER_RECORD), findings);
            } catch (IOException | RuntimeException refused) {
                Files.deleteIfExists(target);
                throw refused;
            }
        }
    }

    private static void write(FileTree tree, Iterable<String> payload, Path target) throws IOException {
        try (StoredZipWriter zip = new StoredZipWriter(target)) {
            for (String path : payload) {
                try (InputStream content = tree.open(path)) {
                    zip.add(path.substring("data/".length()), content, tree.octets(path));
                }
            }
            zip.finish();
        } catch (IOException | RuntimeException unwritable) {
            Files.deleteIfExists(target);
            throw unwritable;
        }
    }

    private static void reorder(FileTree tree, List<String> payload, Path target) throws IOException {
        Set<String> order = new LinkedHashSet<>();
        try (PackageView view = PackageReader.open(target)) {
            Optional<ManifestXml> manifest = view.manifest();
            if (manifest.isEmpty()) {
                return;
            }
            Stream.concat(
                            manifest.get().files.stream().map(line -> line.path),
                            Stream.of(
                                    view.layout().manifestPath(),
                                    view.layout().signaturePath(),
                                    view.layout().tokenPath()))
                    .map(path -> "data/" + path)
                    .filter(payload::contains)
                    .forEach(order::add);
        }
        order.addAll(payload);
        if (!List.copyOf(order).equals(payload)) {
            Files.delete(target);
            write(tree, order, target);
        }
    }

    private static Fixity measure(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return FixityMeter.measure(content);
        }
    }

    private static void compare(FileTree tree, Fixity written, List<Finding> findings) throws IOException {
        String info = tree.small("bag-info.txt")
                .map(octets -> new String(octets, StandardCharsets.UTF_8))
                .orElse("");
        for (BagLines.Tag tag : BagLines.tags(info)) {
            if (tag.label().equals(BagExport.ZIP_DIGEST) && !tag.value().equals(written.sha256())) {
                findings.add(
                        Finding.failed("bag.other-package", Characteristic.AUTHENTICITY, "packaging.bag.other-package")
                                .in("bag-info.txt")
                                .expecting(tag.value(), written.sha256()));
            }
        }
    }

    private static void refuse(Path bag, List<Finding> findings) {
        if (Outcome.of(findings) != Outcome.PASSED) {
            throw new BusinessRuleException(
                    Kind.CONTENT,
                    "packaging.bag.refused",
                    findings,
                    bag.getFileName().toString());
        }
    }
}
