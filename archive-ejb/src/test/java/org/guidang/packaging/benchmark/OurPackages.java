// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.benchmark;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.guidang.packaging.core.Layout;
import org.guidang.packaging.core.PackageBuilder;
import org.guidang.packaging.core.PackageContent;
import org.guidang.packaging.core.PackageContent.ContentFile;
import org.guidang.packaging.core.PackageReader;
import org.guidang.packaging.core.PackageSamples;
import org.guidang.packaging.core.PackageVerdict;
import org.guidang.packaging.core.PackageVerifier;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.SigningSealer;
import org.guidang.seal.core.TimeStampAuthority;
import org.guidang.shared.Outcome;

/** The product: metadata, schemas, manifest, signature and, if wanted, time-stamp; the verifier with every check. */
final class OurPackages implements Contender {

    private final BenchmarkKeys keys = new BenchmarkKeys();
    private final TimeStampAuthority authority;
    private final PackageContent sample = PackageSamples.content(Map.of());

    OurPackages(boolean stamped) throws Exception {
        authority = stamped ? keys.answering() : BenchmarkKeys.silent();
    }

    @Override
    public void build(CaseFiles files, Path target) throws Exception {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        new PackageBuilder(Layout.DAT_85_2019, new SigningSealer(keys.signer, authority, keys.now))
                .build(content(files), part);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        sync(target.getParent());
    }

    private PackageContent content(CaseFiles files) {
        List<ContentFile> all = files.files().stream()
                .map(file -> new ContentFile(
                        "申请材料/" + file.name(),
                        file.name(),
                        "婚姻证明",
                        "ISSUING",
                        file.name().substring(file.name().lastIndexOf('.') + 1),
                        "PLATFORM",
                        keys.now,
                        file.fixity(),
                        () -> Files.newInputStream(file.path())))
                .toList();
        return new PackageContent(
                sample.version(),
                null,
                null,
                sample.description(),
                sample.data(),
                sample.archivedAt(),
                1,
                sample.materials(),
                sample.steps(),
                all);
    }

    @Override
    public void verify(Path target) throws Exception {
        try (PackageView view = PackageReader.open(target)) {
            PackageVerdict verdict = PackageVerifier.verify(view, keys.trust, keys.now.plusSeconds(60));
            if (verdict.outcome() != Outcome.PASSED) {
                throw new IllegalStateException(verdict.findings().toString());
            }
        }
    }

    static void sync(Path folder) throws java.io.IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
