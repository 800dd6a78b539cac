// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.guidang.packaging.core.PackageReader;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.zip.StoredZipWriter;
import org.guidang.packaging.xml.ManifestXml;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;
import org.guidang.shared.core.FixityMeter;

/**
 * Writes the zip of a package anew from its files, in the order its own manifest gives, so that it is the one that was
 * exported, octet for octet, however the files travelled.
 */
final class PackageRestore {

    /** One file of the package as another form holds it. */
    interface Held {

        long octets();

        InputStream open() throws IOException;
    }

    private PackageRestore() {}

    /** The file of a zip that holds another form. */
    static Held in(FileTree tree, String path) {
        return new Held() {
            @Override
            public long octets() {
                return tree.octets(path);
            }

            @Override
            public InputStream open() throws IOException {
                return tree.open(path);
            }
        };
    }

    /**
     * @param files by their path in the package
     * @param target must not exist; nothing remains of it when this fails
     * @return fixity of the zip written
     */
    static Fixity write(Map<String, Held> files, Path target) throws IOException {
        List<String> travelled = List.copyOf(files.keySet());
        writeZip(files, travelled, target);
        try {
            List<String> order = order(travelled, target);
            if (!order.equals(travelled)) {
                Files.delete(target);
                writeZip(files, order, target);
            }
            try (InputStream content = Files.newInputStream(target)) {
                return FixityMeter.measure(content);
            }
        } catch (IOException | RuntimeException refused) {
            Files.deleteIfExists(target);
            throw refused;
        }
    }

    private static void writeZip(Map<String, Held> files, Iterable<String> order, Path target) throws IOException {
        try (StoredZipWriter zip = new StoredZipWriter(target)) {
            try {
                for (String path : order) {
                    Held file = files.get(path);
                    try (InputStream content = file.open()) {
                        zip.add(path, content, file.octets());
                    }
                }
                zip.finish();
            } catch (IOException | RuntimeException unwritable) {
                Files.deleteIfExists(target);
                throw unwritable;
            }
        }
    }

    /** The manifest inside says in which order the files stood; only then are the octets the same again. */
    private static List<String> order(List<String> travelled, Path target) throws IOException {
        Set<String> there = Set.copyOf(travelled);
        Set<String> order = new LinkedHashSet<>();
        try (PackageView view = PackageReader.open(target)) {
            Optional<ManifestXml> manifest = view.manifest();
            if (manifest.isEmpty()) {
                return travelled;
            }
            Stream.concat(
                            manifest.get().files.stream().map(line -> line.path),
                            Stream.of(
                                    view.layout().manifestPath(),
                                    view.layout().signaturePath(),
                                    view.layout().tokenPath()))
                    .filter(there::contains)
                    .forEach(order::add);
        }
        order.addAll(travelled);
        return List.copyOf(order);
    }

    /** What is to be told when the zip is not the one that was exported. */
    static Optional<Finding> compare(String form, String place, String recorded, Fixity written) {
        return recorded.isEmpty() || recorded.equals(written.sha256())
                ? Optional.empty()
                : Optional.of(
                        Finding.failed(form + ".other-package", Characteristic.AUTHENTICITY, "packaging.other-package")
                                .in(place)
                                .expecting(recorded, written.sha256()));
    }
}
