// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.guidang.shared.Fixity;
import org.guidang.shared.core.FixityMeter;

/**
 * The schemas that lie in every package of ours. Octets equal to theirs have their digests, so these are computed once;
 * equality is compared over all octets, never by name or length alone.
 */
final class KnownSchemas {

    private static final String FOLDER = "/org/guidang/packaging/xsd/";
    private static final String MANIFEST = "manifest.xsd";

    /** A schema as it is in the product. */
    record Schema(byte[] octets, Fixity fixity) {}

    private static final Map<String, Schema> BY_NAME = new ConcurrentHashMap<>();
    private static final List<Schema> ALL = Stream.concat(
                    Layout.all().stream().flatMap(layout -> layout.schemas().values().stream()), Stream.of(MANIFEST))
            .distinct()
            .map(KnownSchemas::named)
            .toList();

    private KnownSchemas() {}

    static Schema manifest() {
        return named(MANIFEST);
    }

    static Schema named(String name) {
        return BY_NAME.computeIfAbsent(name, KnownSchemas::read);
    }

    /** The digests of these octets, if they are those of one of our schemas. */
    static Optional<Fixity> fixityOf(byte[] octets) {
        for (Schema schema : ALL) {
            if (Arrays.equals(schema.octets(), octets)) {
                return Optional.of(schema.fixity());
            }
        }
        return Optional.empty();
    }

    private static Schema read(String name) {
        try (InputStream schema = KnownSchemas.class.getResourceAsStream(FOLDER + name)) {
            byte[] octets = schema.readAllBytes();
            return new Schema(octets, FixityMeter.measure(octets));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
