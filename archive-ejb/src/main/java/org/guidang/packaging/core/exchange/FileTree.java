// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guidang.packaging.core.zip.GuardedZip;
import org.guidang.packaging.core.zip.ZipEntryInfo;

/** The files of a zip, without the one folder that may lie around all of them. */
public final class FileTree {

    private final GuardedZip zip;
    private final Map<String, ZipEntryInfo> files = new LinkedHashMap<>();
    private final String top;

    public FileTree(GuardedZip zip) {
        this.zip = zip;
        this.top = commonTop(zip);
        for (ZipEntryInfo entry : zip.entries()) {
            if (!entry.isFolder()) {
                files.putIfAbsent(entry.name().substring(top.length()), entry);
            }
        }
    }

    private static String commonTop(GuardedZip zip) {
        String top = null;
        for (ZipEntryInfo entry : zip.entries()) {
            int slash = entry.name().indexOf('/');
            String first = slash < 0 ? "" : entry.name().substring(0, slash + 1);
            if (first.isEmpty() || top != null && !top.equals(first)) {
                return "";
            }
            top = first;
        }
        return top == null ? "" : top;
    }

    /** Paths below the top folder, in the order of the zip. */
    public Set<String> paths() {
        return files.keySet();
    }

    public boolean has(String path) {
        return files.containsKey(path);
    }

    /** Length as stated; reading holds it to that. */
    public long octets(String path) {
        return files.get(path).size();
    }

    public InputStream open(String path) throws IOException {
        return zip.open(files.get(path));
    }

    /** A small file whole; empty when it is not there or longer than 16 MiB. */
    Optional<byte[]> small(String path) throws IOException {
        ZipEntryInfo entry = files.get(path);
        if (entry == null || entry.size() > 16 << 20) {
            return Optional.empty();
        }
        try (InputStream content = zip.open(entry)) {
            return Optional.of(content.readAllBytes());
        }
    }

    /** What the files make together. */
    public Kind kind() {
        boolean inventory =
                has("inventory.json") && paths().stream().anyMatch(path -> path.startsWith("inventory.json."));
        if (inventory || paths().stream().anyMatch(path -> path.startsWith("0=ocfl_object"))) {
            return Kind.OCFL_OBJECT;
        }
        if (has("METS.xml") && !has("bagit.txt")) {
            return Kind.EARK;
        }
        boolean manifest = paths().stream().anyMatch(path -> path.matches("manifest-[A-Za-z0-9]+\\.txt"));
        boolean payload = paths().stream().anyMatch(path -> path.startsWith("data/"));
        return has("bagit.txt") && manifest || manifest && payload || has("bagit.txt") && payload
                ? Kind.BAG
                : Kind.OTHER;
    }

    /** Known arrangements of files. */
    public enum Kind {
        BAG("RFC 8493"),
        OCFL_OBJECT("OCFL"),
        /** E-ARK information package: METS.xml at the top. */
        EARK("E-ARK CSIP 2.1"),
        OTHER("");

        private final String standard;

        Kind(String standard) {
            this.standard = standard;
        }

        /** What prescribes it; empty for none. */
        public String standard() {
            return standard;
        }
    }
}
