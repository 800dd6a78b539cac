// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads certificates and revocation lists from the files of a folder; what is neither is passed over. */
final class TrustFolder {

    private static final long LARGEST = 16 * 1024 * 1024;

    private final Path folder;

    TrustFolder(Path folder) {
        this.folder = folder;
    }

    Trust read() throws IOException {
        Set<X509Certificate> anchors = new LinkedHashSet<>();
        Set<X509Certificate> helpers = new LinkedHashSet<>();
        Set<X509CRL> lists = new LinkedHashSet<>();
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            if (Files.size(file) > LARGEST) {
                continue;
            }
            CertificateFile content = CertificateFile.read(Files.readAllBytes(file));
            for (X509Certificate certificate : content.certificates()) {
                (isRoot(certificate) ? anchors : helpers).add(certificate);
            }
            lists.addAll(content.lists());
        }
        return new Trust(List.copyOf(anchors), List.copyOf(helpers), List.copyOf(lists));
    }

    private static boolean isRoot(X509Certificate certificate) {
        boolean authority = certificate.getBasicConstraints() >= 0
                || certificate.getVersion() == 1 && certificate.getCriticalExtensionOIDs() == null;
        return authority
                && certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
                && TrustJudge.signed(certificate, certificate);
    }
}
