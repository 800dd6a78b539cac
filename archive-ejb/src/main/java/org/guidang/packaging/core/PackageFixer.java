// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.guidang.packaging.core.Layout.DocumentRole;
import org.guidang.packaging.core.PackageEntry.Part;
import org.guidang.packaging.core.zip.StoredZipWriter;
import org.guidang.packaging.xml.ManifestXml;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;
import org.guidang.shared.Digest;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;

/**
 * Fixes a package that another system built: the same files in the same order, with manifest, signature and time-stamp
 * added. Number and application number are those its own metadata state.
 */
public final class PackageFixer {

    private PackageFixer() {}

    /**
     * Writes the fixed package to a new file.
     *
     * @throws BusinessRuleException CONTENT when the package is bad, fixed already, or states no 统一申报号
     */
    public static BuiltPackage fix(PackageView view, ManifestSealer sealer, Path target)
            throws IOException, GeneralSecurityException {
        if (Outcome.of(view.findings()) != Outcome.PASSED || view.entries().isEmpty()) {
            throw new BusinessRuleException(Kind.CONTENT, "packaging.fix.bad", view.findings(), name(view));
        }
        if (!view.entries(Part.FIXING).isEmpty()) {
            throw new BusinessRuleException(Kind.CONTENT, "packaging.fix.already", name(view));
        }
        String application = view.metadata()
                .value(DocumentRole.BASICS, "ProjectId")
                .orElseThrow(() -> new BusinessRuleException(Kind.CONTENT, "packaging.fix.no-number", name(view)));
        ManifestXml manifest = new ManifestXml();
        manifest.number =
                view.metadata().value(DocumentRole.BASICS, "DocumentNumber").orElse(application);
        manifest.version = 1;
        manifest.application = application;
        manifest.layout = view.layout().id();
        return write(view, manifest, sealer, target);
    }

    private static BuiltPackage write(PackageView view, ManifestXml manifest, ManifestSealer sealer, Path target)
            throws IOException, GeneralSecurityException {
        long octets = 0;
        try (StoredZipWriter zip = new StoredZipWriter(target)) {
            for (PackageEntry entry : view.entries()) {
                try (InputStream content = view.open(entry.path())) {
                    Fixity fixity = zip.add(entry.path(), content, entry.octets());
                    ManifestXml.FileEntry line = new ManifestXml.FileEntry();
                    line.path = entry.path();
                    line.octets = fixity.octets();
                    line.sm3 = fixity.sm3();
                    line.sha256 = fixity.sha256();
                    manifest.files.add(line);
                    octets += entry.part() == Part.CONTENT ? fixity.octets() : 0;
                }
            }
            byte[] signed = MetadataWriter.octets(manifest);
            ManifestSealer.Seal seal = sealer.seal(signed);
            Fixity fixity = zip.add(view.layout().manifestPath(), signed);
            zip.add(view.layout().signaturePath(), seal.signature());
            if (seal.token() != null) {
                zip.add(view.layout().tokenPath(), seal.token());
            }
            zip.finish();
            return new BuiltPackage(
                    new Digest(Digest.SM3, fixity.sm3()),
                    view.entries(Part.CONTENT).size(),
                    octets,
                    seal.signer(),
                    seal.tokenTime());
        }
    }

    private static String name(PackageView view) {
        return String.valueOf(view.file().getFileName());
    }
}
