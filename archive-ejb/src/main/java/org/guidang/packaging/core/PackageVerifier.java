// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.guidang.packaging.core.PackageEntry.Part;
import org.guidang.packaging.core.zip.ZipRefusedException;
import org.guidang.packaging.xml.ManifestXml;
import org.guidang.seal.core.CmsVerifier;
import org.guidang.seal.core.SignatureVerdict;
import org.guidang.seal.core.SignedContent;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;

/**
 * Proves a package from its own octets and from whom the reader trusts: every file against the manifest, the manifest
 * against its signature, the signature against its time-stamp, the zip against the form in which it was written.
 * Everything that is altered, missing or added is named, not only the first.
 */
public final class PackageVerifier {

    private final PackageView pack;
    private final Trust trust;
    private final Instant at;
    private final List<Finding> findings = new ArrayList<>();
    private X509Certificate signer;
    private Instant provenTime;
    private int compared;

    private PackageVerifier(PackageView pack, Trust trust, Instant at) {
        this.pack = pack;
        this.trust = trust;
        this.at = at;
    }

    /**
     * @param at the instant certificates are judged for where no time-stamp proves a better one
     * @throws IOException when the zip cannot be read at all; whatever is wrong with it is a finding
     */
    public static PackageVerdict verify(PackageView pack, Trust trust, Instant at) throws IOException {
        return new PackageVerifier(pack, trust, at).verify();
    }

    private PackageVerdict verify() throws IOException {
        findings.addAll(pack.findings());
        Optional<ManifestXml> manifest = pack.manifest();
        if (manifest.isEmpty()) {
            boolean broken = findings.stream().anyMatch(f -> f.code().equals("package.manifest-unreadable"));
            if (!broken) {
                findings.add(failed("package.not-fixed", Characteristic.AUTHENTICITY, "packaging.verify.not-fixed")
                        .in(pack.layout().manifestPath()));
            }
        } else {
            pack.compareForm(findings::add);
            compareFiles(manifest.get());
            proveManifest();
            compareNumber(manifest.get());
            proveChildren();
        }
        return new PackageVerdict(findings.stream().distinct().toList(), compared, signer, provenTime);
    }

    private void compareFiles(ManifestXml manifest) throws IOException {
        Map<String, ManifestXml.FileEntry> listed = new HashMap<>();
        for (ManifestXml.FileEntry line : manifest.files) {
            if (listed.put(line.path, line) != null) {
                findings.add(integrity("package.file-listed-twice", "packaging.verify.file-listed-twice")
                        .in(line.path));
            }
        }
        for (PackageEntry entry : pack.entries()) {
            if (entry.part() == Part.FIXING && isProof(entry.path())) {
                continue;
            }
            ManifestXml.FileEntry line = listed.remove(entry.path());
            if (line == null) {
                findings.add(integrity("package.file-unlisted", "packaging.verify.file-unlisted")
                        .in(entry.path()));
            } else {
                compare(line);
            }
        }
        for (String missing : listed.keySet().stream().sorted().toList()) {
            findings.add(integrity("package.file-missing", "packaging.verify.file-missing")
                    .in(missing));
        }
    }

    /**
     * The packages of a joint case (并联办件) that lie inside: this one's manifest has their octets; those that were fixed
     * have to prove themselves as well, as if they came alone.
     */
    private void proveChildren() throws IOException {
        for (PackageEntry entry : pack.entries(Part.CHILD)) {
            if (!entry.path().toLowerCase(Locale.ROOT).endsWith(".zip")) {
                continue;
            }
            try (PackageView child = pack.child(entry.path())) {
                boolean fixed = !child.entries(Part.FIXING).isEmpty();
                List<Finding> told = fixed ? verify(child, trust, at).findings() : child.findings();
                told.forEach(finding -> findings.add(finding.in(entry.path() + "!/" + finding.file())));
            } catch (ZipRefusedException refused) {
                findings.add(refused.finding().in(entry.path()));
            }
        }
    }

    private boolean isProof(String path) {
        Layout layout = pack.layout();
        return path.equals(layout.manifestPath())
                || path.equals(layout.signaturePath())
                || path.equals(layout.tokenPath());
    }

    private void compare(ManifestXml.FileEntry line) throws IOException {
        try {
            Fixity found = pack.measure(line.path);
            Fixity expected = new Fixity(line.octets, line.sm3, line.sha256);
            compared++;
            if (!found.equals(expected)) {
                findings.add(integrity("package.file-altered", "packaging.verify.file-altered")
                        .in(line.path)
                        .expecting(told(expected), told(found)));
            }
        } catch (ZipRefusedException refused) {
            findings.add(refused.finding());
            findings.add(integrity("package.file-altered", "packaging.verify.file-altered")
                    .in(line.path)
                    .expecting("SM3 " + line.sm3, refused.finding().code()));
        }
    }

    private static String told(Fixity fixity) {
        return fixity.octets() + " B, SM3 " + fixity.sm3() + ", SHA-256 " + fixity.sha256();
    }

    private void proveManifest() throws IOException {
        Optional<byte[]> signature = proof(pack.layout().signaturePath());
        Optional<byte[]> token = token();
        if (signature.isEmpty()) {
            findings.add(failed("package.signature-missing", Characteristic.AUTHENTICITY, "packaging.verify.unsigned")
                    .in(pack.layout().signaturePath()));
            return;
        }
        if (token.isPresent()) {
            proveTime(token.get(), signature.get());
        } else {
            findings.add(new Finding(
                    "package.time-stamp-pending",
                    Characteristic.AUTHENTICITY,
                    Level.SHOULD,
                    Outcome.INDETERMINATE,
                    pack.layout().tokenPath(),
                    "",
                    "RFC 3161",
                    "",
                    "packaging.verify.time-stamp-pending",
                    List.of()));
        }
        byte[] manifest = proof(pack.layout().manifestPath()).orElse(new byte[0]);
        SignatureVerdict verdict = new CmsVerifier(trust)
                .verify(signature.get(), SignedContent.of(manifest), provenTime == null ? at : provenTime);
        for (Finding finding : verdict.findings()) {
            findings.add(finding.in(pack.layout().signaturePath()));
        }
        if (verdict.attached()) {
            // The signature would prove a manifest of its own, not the one that was compared.
            findings.add(failed("package.signature-attached", Characteristic.AUTHENTICITY, "packaging.verify.attached")
                    .in(pack.layout().signaturePath()));
        }
        verdict.signers().stream().findFirst().ifPresent(first -> signer = first.certificate());
    }

    private Optional<byte[]> proof(String path) throws IOException {
        try {
            return pack.small(path);
        } catch (ZipRefusedException refused) {
            findings.add(refused.finding());
            return Optional.empty();
        }
    }

    private Optional<byte[]> token() throws IOException {
        try {
            return pack.token();
        } catch (ZipRefusedException refused) {
            findings.add(refused.finding());
            return Optional.empty();
        }
    }

    private void proveTime(byte[] token, byte[] signature) throws IOException {
        LateTime.Proof proof = LateTime.verify(token, signature, trust, at);
        for (Finding finding : proof.findings()) {
            findings.add(finding.in(pack.layout().tokenPath()));
        }
        provenTime = proof.proven();
    }

    /** What is signed and what is shown must be the same package. */
    private void compareNumber(ManifestXml manifest) {
        PackageMetadata metadata = pack.metadata();
        metadata.first(Layout.DocumentRole.BASICS, "ProjectId")
                .filter(item -> !item.value().strip().equals(manifest.application))
                .ifPresent(item -> findings.add(
                        failed("package.number-differs", Characteristic.AUTHENTICITY, "packaging.verify.number-differs")
                                .in(item.file())
                                .at(item.place())
                                .expecting(manifest.application, item.value())));
    }

    private static Finding failed(String code, Characteristic property, String message) {
        return Finding.failed(code, property, message);
    }

    private static Finding integrity(String code, String message) {
        return failed(code, Characteristic.INTEGRITY, message);
    }
}
