// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.corpus;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.guidang.packaging.PackageDescription;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageVersion;
import org.guidang.packaging.core.Layout;
import org.guidang.packaging.core.ManifestSealer;
import org.guidang.packaging.core.PackageBuilder;
import org.guidang.packaging.core.PackageContent;
import org.guidang.packaging.core.PackageContent.CaseData;
import org.guidang.packaging.core.PackageContent.ContentFile;
import org.guidang.packaging.core.PackageContent.Material;
import org.guidang.packaging.core.PackageContent.Step;
import org.guidang.packaging.core.PackageEntry;
import org.guidang.packaging.core.PackageReader;
import org.guidang.packaging.core.PackageSamples;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.zip.StoredZipWriter;
import org.guidang.packaging.xml.ManifestXml;
import org.guidang.shared.Fixity;
import org.guidang.shared.core.FixityMeter;

/**
 * One package of the corpus in the making: a sound case, changed before it is fixed (so that signature and manifest agree
 * with the fault) or after (so that they don't).
 */
final class Fixture {

    static final Instant NOW = PackageSamples.NOW;
    static final CorpusAuthority AUTHORITY = new CorpusAuthority("Corpus");
    static final String RECORD = "申请材料/婚姻证明/电子出证记录.XML";
    static final String CERTIFICATE = "申请材料/婚姻证明/说明.txt";
    static final String SCAN = "申请材料/身份证/身份证.jpg";
    static final String RESULT = "办理结果/准予登记通知.xml";

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, String> materials = new LinkedHashMap<>();
    private final List<Consumer<Map<String, byte[]>>> beforeFixing = new ArrayList<>();
    private final List<Consumer<Map<String, byte[]>>> afterFixing = new ArrayList<>();
    private List<Step> steps = List.of(
            new Step("受理", "王五", "同意", "", NOW.minusSeconds(7000)),
            new Step("审核", "赵六", "同意", "材料齐全", NOW.minusSeconds(5000)),
            new Step("决定", "钱七", "准予", "准予登记", NOW.minusSeconds(3600)));
    private ManifestSealer sealer = AUTHORITY.sealer();
    private boolean anyNames;

    Fixture() {
        file(RECORD, "婚姻证明", text(Records.SOUND));
        file(CERTIFICATE, "婚姻证明", text("婚姻登记信息：张某、李某，2018 年 5 月 20 日登记。\n"));
        file(SCAN, "身份证", Pictures.jpeg(200));
        file(RESULT, "结果", text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<notice>准予登记</notice>\n"));
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Fixture file(String path, String material, byte[] octets) {
        files.put(path, octets);
        materials.put(path, material);
        return this;
    }

    Fixture without(String path) {
        files.remove(path);
        return this;
    }

    Fixture steps(Step... steps) {
        this.steps = List.of(steps);
        return this;
    }

    Fixture sealedBy(ManifestSealer sealer) {
        this.sealer = sealer;
        return this;
    }

    /** Changes a document or a file before manifest and signature are made over it. */
    Fixture edit(String path, UnaryOperator<String> change) {
        beforeFixing.add(entries -> {
            String before = new String(entries.get(path), StandardCharsets.UTF_8);
            String after = change.apply(before);
            if (after.equals(before)) {
                throw new IllegalStateException("nothing changed in " + path);
            }
            entries.put(path, text(after));
        });
        return this;
    }

    Fixture before(Consumer<Map<String, byte[]>> change) {
        beforeFixing.add(change);
        return this;
    }

    Fixture after(Consumer<Map<String, byte[]>> change) {
        afterFixing.add(change);
        return this;
    }

    /** Packed by another program, which lets names pass that ours refuses to write. */
    Fixture anyNames() {
        anyNames = true;
        return this;
    }

    /** Writes the package. */
    Path write(Path target) throws IOException {
        Path draft = target.resolveSibling("draft-" + target.getFileName());
        Map<String, byte[]> entries = entries(draft);
        beforeFixing.forEach(change -> change.accept(entries));
        fix(entries);
        afterFixing.forEach(change -> change.accept(entries));
        Files.delete(draft);
        if (anyNames) {
            Files.write(target, BadPackages.stored(entries));
            return target;
        }
        try (StoredZipWriter zip = new StoredZipWriter(target)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.add(entry.getKey(), entry.getValue());
            }
            zip.finish();
        }
        return target;
    }

    private Map<String, byte[]> entries(Path draft) throws IOException {
        try {
            new PackageBuilder(Layout.DAT_85_2019, sealer).build(content(), draft);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (PackageView view = PackageReader.open(draft)) {
            for (PackageEntry entry : view.entries()) {
                try (InputStream octets = view.open(entry.path())) {
                    entries.put(entry.path(), octets.readAllBytes());
                }
            }
        }
        return entries;
    }

    private void fix(Map<String, byte[]> entries) throws IOException {
        Layout layout = Layout.DAT_85_2019;
        try {
            ManifestXml manifest = (ManifestXml) JAXBContext.newInstance(ManifestXml.class)
                    .createUnmarshaller()
                    .unmarshal(new ByteArrayInputStream(entries.get(layout.manifestPath())));
            entries.remove(layout.manifestPath());
            entries.remove(layout.signaturePath());
            entries.remove(layout.tokenPath());
            manifest.files.clear();
            entries.forEach((path, octets) -> manifest.files.add(line(path, octets)));
            ByteArrayOutputStream xml = new ByteArrayOutputStream();
            JAXBContext.newInstance(ManifestXml.class).createMarshaller().marshal(manifest, xml);
            ManifestSealer.Seal seal = sealer.seal(xml.toByteArray());
            entries.put(layout.manifestPath(), xml.toByteArray());
            entries.put(layout.signaturePath(), seal.signature());
            if (seal.token() != null) {
                entries.put(layout.tokenPath(), seal.token());
            }
        } catch (JAXBException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ManifestXml.FileEntry line(String path, byte[] octets) {
        Fixity fixity = FixityMeter.measure(octets);
        ManifestXml.FileEntry line = new ManifestXml.FileEntry();
        line.path = path;
        line.octets = fixity.octets();
        line.sm3 = fixity.sm3();
        line.sha256 = fixity.sha256();
        return line;
    }

    private PackageContent content() {
        return new PackageContent(
                new PackageVersion(PackageNumber.of("33000001", 2026, 123), 1),
                null,
                null,
                new PackageDescription(
                        "330000261711151100004",
                        "3D8BA7302D519F2643203E8A56B66CEE",
                        "婚姻登记",
                        "公共服务事项",
                        "张某婚姻登记",
                        "33000001",
                        "A001",
                        "YEARS_30",
                        2026),
                new CaseData(
                        "某某市民政局",
                        "某某市综合窗口",
                        "30年",
                        "张某",
                        "居民身份证",
                        "11010519491231002X",
                        NOW.minusSeconds(7200),
                        NOW.minusSeconds(3600),
                        "准予登记",
                        null),
                NOW.minusSeconds(60),
                1,
                List.of(
                        new Material("婚姻证明", "申请材料", "ISSUING", true),
                        new Material("身份证", "申请材料", "APPLICATION", true),
                        new Material("结果", "办理结果", "RESULT", false)),
                steps,
                files.entrySet().stream().map(this::contentFile).toList());
    }

    private ContentFile contentFile(Map.Entry<String, byte[]> file) {
        String path = file.getKey();
        byte[] octets = file.getValue();
        return new ContentFile(
                path,
                path.substring(path.lastIndexOf('/') + 1),
                materials.get(path),
                "APPLICATION",
                path.substring(path.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT),
                "APPLICANT",
                NOW.minusSeconds(7100),
                FixityMeter.measure(octets),
                () -> new ByteArrayInputStream(octets));
    }

    /** Octets of the files of the case. */
    long octets() {
        return files.values().stream().mapToLong(octets -> octets.length).sum();
    }

    /** Removes the proofs, as from a system that fixes nothing. */
    static void unfix(Map<String, byte[]> entries) {
        entries.keySet().removeIf(path -> path.startsWith(Layout.DAT_85_2019.fixingFolder() + "/"));
    }

    static UncheckedIOException unchecked(IOException cause) {
        return new UncheckedIOException(cause);
    }
}
