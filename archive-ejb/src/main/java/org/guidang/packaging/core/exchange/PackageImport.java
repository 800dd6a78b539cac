// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guidang.packaging.core.eep.EepReader;
import org.guidang.packaging.core.zip.GuardedZip;
import org.guidang.packaging.core.zip.ZipLimits;
import org.guidang.seal.core.Trust;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;
import org.guidang.shared.Finding;

/** Takes a package out of whatever form it came in: bag, OCFL object, E-ARK package (each as a zip), or EEP. */
public final class PackageImport {

    private PackageImport() {}

    /**
     * @param file what holds the package in another form
     * @param target must not exist; nothing remains of it when the file is refused
     * @param trust whom signatures of an encapsulation are believed by; when it does not suffice the findings say so
     * @param at the instant certificates are judged for
     * @throws BusinessRuleException CONTENT with all findings when the file is bad, or is not the package it says
     */
    public static Imported read(Path file, Path target, Trust trust, Instant at) throws IOException {
        if (EepReader.isEep(file)) {
            return EepImport.read(file, target, trust, at);
        }
        List<Finding> findings = new ArrayList<>();
        try (GuardedZip zip = GuardedZip.open(file, ZipLimits.STANDARD)) {
            findings.addAll(zip.findings());
            ImportGate.refuseBad(file, findings);
            FileTree tree = new FileTree(zip);
            return switch (tree.kind()) {
                case BAG -> BagImport.read(file, tree, findings, target);
                case OCFL_OBJECT -> OcflImport.read(file, tree, findings, target);
                case EARK -> EarkImport.read(file, tree, findings, target);
                case OTHER ->
                    throw new BusinessRuleException(
                            Kind.CONTENT, "packaging.import.unknown-form", String.valueOf(file.getFileName()));
            };
        }
    }
}
