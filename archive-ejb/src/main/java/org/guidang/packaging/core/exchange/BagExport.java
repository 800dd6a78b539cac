// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.guidang.packaging.core.LateTime;
import org.guidang.packaging.core.PackageEntry;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.zip.StoredZipWriter;
import org.guidang.packaging.xml.ManifestXml;
import org.guidang.shared.Fixity;

/**
 * Writes a package as a bag (RFC 8493, version 1.0), serialized as a zip: every file of the package is payload, the
 * fixing information included, so that the package can be put together again octet for octet. SHA-512 and SHA-256, since
 * other bag software knows no SM3; the SM3 values stand in the package's own manifest.
 */
public final class BagExport {

    /** Label in bag-info.txt for the SHA-256 of the package's zip. */
    static final String ZIP_DIGEST = "Guidang-Package-SHA256";

    /** Tag file for a time-stamp that came after fixing. */
    static final String LATER_TOKEN = "guidang/package.zip" + LateTime.TOKEN;

    static final String LATER_RECORD = "guidang/package.zip" + LateTime.RECORD;

    private final PackageView view;
    private final Fixity zip;
    private final byte[] laterToken;
    private final LocalDate day;
    private final Map<String, String> sha256 = new TreeMap<>();
    private final Map<String, String> sha512 = new TreeMap<>();
    private final Map<String, String> tags256 = new TreeMap<>();
    private final Map<String, String> tags512 = new TreeMap<>();

    private BagExport(PackageView view, Fixity zip, byte[] laterToken, LocalDate day) {
        this.view = view;
        this.zip = zip;
        this.laterToken = laterToken;
        this.day = day;
    }

    /**
     * @param zip fixity of the package's zip
     * @param laterToken time-stamp kept beside the zip; null for none
     * @param day bagging date
     * @param target must not exist
     */
    public static void write(PackageView view, Fixity zip, byte[] laterToken, LocalDate day, Path target)
            throws IOException {
        new BagExport(view, zip, laterToken, day).write(target);
    }

    private void write(Path target) throws IOException {
        String name = view.manifest()
                .map(manifest -> manifest.number + "-v" + manifest.version)
                .orElse("package");
        try (StoredZipWriter bag = new StoredZipWriter(target)) {
            String top = name + "/";
            long octets = 0;
            tag(bag, top, "bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
            for (PackageEntry entry : view.entries()) {
                payload(bag, top, entry);
                octets += entry.octets();
            }
            tag(bag, top, "bag-info.txt", info(octets));
            if (laterToken != null) {
                tag(bag, top, "guidang/package.zip" + LateTime.suffix(laterToken), laterToken);
            }
            tag(bag, top, "manifest-sha256.txt", lines(sha256));
            tag(bag, top, "manifest-sha512.txt", lines(sha512));
            bag.add(top + "tagmanifest-sha256.txt", lines(tags256).getBytes(StandardCharsets.UTF_8));
            bag.add(top + "tagmanifest-sha512.txt", lines(tags512).getBytes(StandardCharsets.UTF_8));
            bag.finish();
        }
    }

    private void payload(StoredZipWriter bag, String top, PackageEntry entry) throws IOException {
        String path = "data/" + entry.path();
        MessageDigest longer = sha512();
        try (InputStream content = new DigestInputStream(view.open(entry.path()), longer)) {
            Fixity fixity = bag.add(top + path, content, entry.octets());
            sha256.put(path, fixity.sha256());
            sha512.put(path, HexFormat.of().formatHex(longer.digest()));
        }
    }

    private void tag(StoredZipWriter bag, String top, String path, String text) throws IOException {
        tag(bag, top, path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void tag(StoredZipWriter bag, String top, String path, byte[] octets) throws IOException {
        tags256.put(path, bag.add(top + path, octets).sha256());
        tags512.put(path, HexFormat.of().formatHex(sha512().digest(octets)));
    }

    private String info(long octets) {
        Optional<ManifestXml> manifest = view.manifest();
        StringBuilder info = new StringBuilder();
        info.append("Bag-Software-Agent: Guidang\n");
        info.append("Bagging-Date: ").append(day).append('\n');
        manifest.ifPresent(some -> info.append("External-Identifier: ")
                .append(some.number)
                .append(" v")
                .append(some.version)
                .append("\nInternal-Sender-Identifier: ")
                .append(some.application.replaceAll("\\s", " "))
                .append('\n'));
        info.append("Payload-Oxum: ")
                .append(octets)
                .append('.')
                .append(view.entries().size())
                .append('\n');
        info.append(ZIP_DIGEST).append(": ").append(zip.sha256()).append('\n');
        info.append("Guidang-Package-SM3: ").append(zip.sm3()).append('\n');
        return info.toString();
    }

    private static String lines(Map<String, String> digests) {
        StringBuilder lines = new StringBuilder();
        digests.forEach((path, digest) ->
                lines.append(digest).append("  ").append(BagLines.encoded(path)).append('\n'));
        return lines.toString();
    }

    static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
