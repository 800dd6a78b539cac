// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;
import org.guidang.seal.core.CmsVerifier;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.SignatureVerdict;
import org.guidang.seal.core.SignedContent;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Digest;
import org.guidang.shared.Finding;

/**
 * ASiC containers with CMS signatures (ETSI EN 319 162-1): ASiC-S over its single file, ASiC-E over its manifest, whose
 * references are compared one by one. XAdES inside is named as not verified. The zip itself is the zip examiner's.
 */
public final class AsicExaminer implements FileExaminer {

    private static final int MOST_ENTRIES = 10_000;
    private static final int LARGEST_PART = 16 * 1024 * 1024;
    private static final long LARGEST_CONTENT = 1024L * 1024 * 1024;

    @Override
    public Set<String> formats() {
        return Set.of("asic");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        // Opened here: the library does not close what it opened of a zip it then refuses.
        try (SeekableByteChannel channel = Files.newByteChannel(examination.path());
                ZipFile zip = ZipFile.builder().setSeekableByteChannel(channel).get()) {
            ZipArchiveEntry mimetype = zip.getEntry("mimetype");
            String said = mimetype == null || mimetype.getSize() > 100
                    ? ""
                    : new String(part(zip, mimetype), StandardCharsets.US_ASCII).strip();
            if (said.startsWith("application/vnd.etsi.asic-")) {
                examineContainer(zip, said.endsWith("e+zip"), examination);
            }
        } catch (IOException | IllegalArgumentException broken) {
            return; // told by the examiner of zip files
        }
    }

    private static void examineContainer(ZipFile zip, boolean extended, Examination examination) throws IOException {
        List<ZipArchiveEntry> signatures = new ArrayList<>();
        List<ZipArchiveEntry> manifests = new ArrayList<>();
        List<ZipArchiveEntry> data = new ArrayList<>();
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        boolean xades = false;
        for (ZipArchiveEntry entry : entries.subList(0, Math.min(MOST_ENTRIES, entries.size()))) {
            String name = entry.getName();
            String plain = name.toLowerCase(Locale.ROOT);
            if (entry.isDirectory() || name.equals("mimetype")) {
                continue;
            }
            if (!plain.startsWith("meta-inf/")) {
                data.add(entry);
            } else if (plain.contains("signature") && plain.endsWith(".p7s")) {
                signatures.add(entry);
            } else if (plain.contains("asicmanifest")) {
                manifests.add(entry);
            } else if (plain.contains("signatures") && plain.endsWith(".xml")) {
                xades |= new String(part(zip, entry), StandardCharsets.UTF_8).contains("SignatureValue");
            }
        }
        if (xades) {
            examination.report(Finding.undecided("asic.xades", Characteristic.AUTHENTICITY, "detection.asic.xades"));
        } else if (signatures.isEmpty()) {
            examination.report(
                    Finding.warning("asic.no-signature", Characteristic.AUTHENTICITY, "detection.asic.no-signature"));
        }
        for (ZipArchiveEntry signature : signatures) {
            if (extended) {
                byManifest(zip, signature, manifests, examination);
            } else {
                overSingleFile(zip, signature, data, examination);
            }
        }
    }

    private static void overSingleFile(
            ZipFile zip, ZipArchiveEntry signature, List<ZipArchiveEntry> data, Examination examination)
            throws IOException {
        if (data.size() != 1) {
            examination.report(
                    Finding.failed("asic.not-one-file", Characteristic.INTEGRITY, "detection.asic.not-one-file")
                            .expecting("1", data.size()));
            return;
        }
        verify(
                zip,
                signature,
                content(zip, data.get(0)),
                examination,
                data.get(0).getName());
    }

    private static void byManifest(
            ZipFile zip, ZipArchiveEntry signature, List<ZipArchiveEntry> manifests, Examination examination)
            throws IOException {
        for (ZipArchiveEntry entry : manifests) {
            byte[] octets = part(zip, entry);
            AsicManifest manifest = AsicManifest.read(octets);
            if (!manifest.signature().equals(signature.getName())) {
                continue;
            }
            verify(zip, signature, SignedContent.of(octets), examination, entry.getName());
            for (AsicManifest.Reference reference : manifest.references()) {
                compare(zip, reference, examination);
            }
            return;
        }
        examination.report(
                Finding.failed("asic.manifest-absent", Characteristic.INTEGRITY, "detection.asic.manifest-absent")
                        .at(signature.getName()));
    }

    private static void compare(ZipFile zip, AsicManifest.Reference reference, Examination examination)
            throws IOException {
        ZipArchiveEntry entry = zip.getEntry(reference.name());
        if (entry == null) {
            examination.report(
                    Finding.failed("asic.file-absent", Characteristic.INTEGRITY, "detection.asic.file-absent")
                            .at(reference.name()));
            return;
        }
        try {
            byte[] found = content(zip, entry).digest(reference.algorithm()).orElseThrow();
            if (!Arrays.equals(found, reference.digest())) {
                examination.report(Finding.failed(
                                "asic.digest-mismatch", Characteristic.INTEGRITY, "detection.asic.digest-mismatch")
                        .at(reference.name())
                        .expecting(
                                Digest.of(reference.algorithm(), reference.digest())
                                        .toString(),
                                Digest.of(reference.algorithm(), found)));
            } else {
                examination.cover(reference.name());
            }
        } catch (NoSuchAlgorithmException unknown) {
            examination.report(
                    Finding.undecided("asic.digest-unknown", Characteristic.INTEGRITY, "detection.asic.digest-unknown")
                            .at(reference.name())
                            .expecting("", reference.algorithm()));
        }
    }

    private static void verify(
            ZipFile zip, ZipArchiveEntry signature, SignedContent content, Examination examination, String covered)
            throws IOException {
        SignatureVerdict verdict =
                new CmsVerifier(examination.trust()).verify(part(zip, signature), content, examination.at());
        verdict.findings()
                .forEach(finding -> examination.report(finding.at(signature.getName() + ", " + finding.place())));
        if (verdict.intact()) {
            examination.cover(covered);
        }
    }

    private static SignedContent content(ZipFile zip, ZipArchiveEntry entry) {
        return algorithm -> {
            if (entry.getSize() > LARGEST_CONTENT) {
                return java.util.Optional.empty();
            }
            Cryptography.digest(algorithm); // unknown algorithms are told before anything is read
            try (InputStream in = zip.getInputStream(entry)) {
                return java.util.Optional.of(SignedContent.digestOf(in, algorithm));
            }
        };
    }

    private static byte[] part(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] octets = in.readNBytes(LARGEST_PART + 1);
            if (octets.length > LARGEST_PART) {
                throw new IOException(entry.getName() + " is too large");
            }
            return octets;
        }
    }
}
