// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.Examiner;
import org.guidang.detection.core.FileExaminer;
import org.guidang.detection.core.FileResult;
import org.guidang.detection.core.zip.ZipExaminer;
import org.guidang.packaging.core.PackageEntry;
import org.guidang.packaging.core.PackageEntry.Part;
import org.guidang.packaging.core.PackageReader;
import org.guidang.packaging.core.PackageVerdict;
import org.guidang.packaging.core.PackageVerifier;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.exchange.BagValidator;
import org.guidang.packaging.core.exchange.EarkValidator;
import org.guidang.packaging.core.exchange.FileTree;
import org.guidang.packaging.core.exchange.OcflValidator;
import org.guidang.packaging.core.zip.GuardedZip;
import org.guidang.packaging.core.zip.ZipLimits;
import org.guidang.packaging.core.zip.ZipRefusedException;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * Examines a zip as a package: the proof where it was fixed, the folders of issuings, and each file in it by the
 * examiners of its format. The structure of the zip itself is the zip examiner's.
 */
public final class PackageExaminer implements FileExaminer {

    private final Examiner examiner;

    /** @param examiner for the files inside; it must not come back here */
    public PackageExaminer(Examiner examiner) {
        this.examiner = examiner;
    }

    @Override
    public Set<String> formats() {
        return Set.of("zip");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        if (examineContainer(examination)) {
            return;
        }
        try (PackageView view = PackageReader.open(examination.path(), ZipLimits.UNKNOWN_FILE)) {
            if (view.findings().stream().anyMatch(PackageExaminer::unsafe)) {
                return; // told by the zip examiner; what two readers read differently is not read at all
            }
            if (view.manifest().isPresent()) {
                prove(view, examination);
            } else {
                view.findings().stream()
                        .filter(finding -> !finding.code().startsWith("zip."))
                        .forEach(examination::report);
            }
            Map<String, String> formats = examineFiles(view, examination);
            new IssuingFolders(view, formats, examination::report).examine();
        }
    }

    /** Bags and OCFL objects are judged as what they are; of their files only what is dangerous is told. */
    private boolean examineContainer(Examination examination) throws IOException {
        try (GuardedZip zip = GuardedZip.open(examination.path(), ZipLimits.UNKNOWN_FILE)) {
            if (!zip.isSound()) {
                return false;
            }
            FileTree tree = new FileTree(zip);
            switch (tree.kind()) {
                case BAG -> BagValidator.validate(tree, examination::report);
                case OCFL_OBJECT -> OcflValidator.validate(tree, examination::report);
                case EARK -> EarkValidator.validate(tree, examination::report);
                case OTHER -> {
                    return false;
                }
            }
            examination.cover(tree.kind().standard());
        }
        try (PackageView view = PackageReader.open(examination.path(), ZipLimits.UNKNOWN_FILE)) {
            Examination inside =
                    new Examination(examination.path(), examination.name(), examination.trust(), examination.at());
            examineFiles(view, inside);
            inside.findings().stream()
                    .filter(finding -> finding.property() == Characteristic.SECURITY)
                    .forEach(examination::report);
        }
        return true;
    }

    private static boolean unsafe(Finding finding) {
        return finding.code().startsWith("zip.")
                && finding.level() == org.guidang.shared.Level.MUST
                && finding.outcome() == org.guidang.shared.Outcome.FAILED;
    }

    private static void prove(PackageView view, Examination examination) throws IOException {
        PackageVerdict verdict = PackageVerifier.verify(view, examination.trust(), examination.at());
        verdict.findings().stream()
                .filter(finding ->
                        !finding.code().startsWith("zip.") || finding.code().equals("zip.not-as-written"))
                .forEach(examination::report);
        examination.cover(verdict.files() + " files compared with 固化信息/manifest.xml");
    }

    /** Short name of the format of each file. */
    private Map<String, String> examineFiles(PackageView view, Examination examination) throws IOException {
        Map<String, String> formats = new HashMap<>();
        Path folder = Files.createTempDirectory("guidang-package");
        try {
            for (PackageEntry entry : view.entries()) {
                boolean proven =
                        view.manifest().isPresent() && entry.part() != Part.CONTENT && entry.part() != Part.CHILD;
                if (!proven) {
                    formats.put(entry.path(), examineFile(view, entry, folder.resolve("file"), examination));
                }
            }
        } finally {
            Files.deleteIfExists(folder.resolve("file"));
            Files.deleteIfExists(folder);
        }
        return formats;
    }

    private String examineFile(PackageView view, PackageEntry entry, Path copy, Examination examination)
            throws IOException {
        try (InputStream content = view.open(entry.path())) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (ZipRefusedException refused) {
            return "unknown"; // told by the zip examiner
        }
        FileResult result = examiner.examine(copy, entry.name(), examination.trust(), examination.at());
        for (Finding finding : result.findings()) {
            boolean outer = finding.file().equals(entry.name());
            examination.report(finding.in(outer ? entry.path() : entry.path() + "!/" + finding.file()));
        }
        return result.identification().format().id();
    }

    /** Everything a file may be submitted as: the standard examiners, and packages of files they examine. */
    public static Examiner examinerOfUploads(List<FileExaminer> standard) {
        List<FileExaminer> all = new java.util.ArrayList<>(standard);
        // The zip examiner reads zips inside zips by itself, within one limit for all of them.
        List<FileExaminer> inside = standard.stream()
                .filter(examiner -> !(examiner instanceof ZipExaminer))
                .toList();
        all.add(new PackageExaminer(new Examiner(inside)));
        return new Examiner(all).taking(Set.of("zip"));
    }
}
