// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pack;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.guidang.issuing.IssuingRecordData;
import org.guidang.issuing.core.IssuingRecordReader;
import org.guidang.packaging.core.Layout.DocumentRole;
import org.guidang.packaging.core.MetadataItem;
import org.guidang.packaging.core.PackageEntry;
import org.guidang.packaging.core.PackageEntry.Part;
import org.guidang.packaging.core.PackageView;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * The folders of issuings in a package: one issuing each, named after the material, below a folder of the material
 * catalogue, with exactly one record and at least one component (浙档发〔2019〕16号 6.1.1, 6.2, 7.2, 7.3).
 */
final class IssuingFolders {

    private static final Set<String> CERTIFICATES = Set.of("ofd", "pdf", "xml");
    private static final Set<String> CONSENT = Set.of("有效授权信息", "有效授权", "授权书", "确认书", "承诺书");

    private final PackageView view;
    private final Map<String, String> formats;
    private final Consumer<Finding> findings;
    private final Map<String, List<PackageEntry>> byFolder = new LinkedHashMap<>();
    private final Map<PackageEntry, IssuingRecordData> records = new LinkedHashMap<>();
    private final Set<PackageEntry> recordFiles = new java.util.HashSet<>();

    IssuingFolders(PackageView view, Map<String, String> formats, Consumer<Finding> findings) {
        this.view = view;
        this.formats = formats;
        this.findings = findings;
    }

    void examine() throws IOException {
        for (PackageEntry entry : view.entries(Part.CONTENT)) {
            byFolder.computeIfAbsent(entry.folder(), folder -> new ArrayList<>())
                    .add(entry);
            if (looksLikeRecord(entry)) {
                recordFiles.add(entry);
                read(entry);
            }
        }
        for (Map.Entry<String, List<PackageEntry>> folder : byFolder.entrySet()) {
            examine(folder.getKey(), folder.getValue());
        }
        compareRecords();
    }

    /** By name; a name that only resembles the prescribed one is told, not ignored. */
    private static boolean looksLikeRecord(PackageEntry entry) {
        String name = entry.name().toLowerCase(java.util.Locale.ROOT);
        return name.endsWith(".xml") && name.contains("出证记录");
    }

    private void read(PackageEntry entry) throws IOException {
        if (!IssuingRecordReader.isRecordName(entry.name())) {
            findings.accept(Finding.warning(
                            "issuing.record-misnamed", Characteristic.AUTHENTICITY, "detection.issuing.record-misnamed")
                    .in(entry.path())
                    .expecting(IssuingRecordReader.FILE_NAME, entry.name()));
        }
        try (InputStream content = view.open(entry.path())) {
            new IssuingRecordReader().read(entry.name(), content).data().ifPresent(data -> records.put(entry, data));
        }
    }

    private void examine(String folder, List<PackageEntry> files) {
        List<PackageEntry> here = files.stream().filter(recordFiles::contains).toList();
        if (here.isEmpty()) {
            if (mustHoldRecord(folder, files)) {
                report("issuing.record-missing", Characteristic.INTEGRITY, folder, IssuingRecordReader.FILE_NAME, "");
            }
            return;
        }
        if (here.size() > 1) {
            String names = here.stream().map(PackageEntry::name).collect(Collectors.joining(", "));
            report("issuing.two-in-one-folder", Characteristic.INTEGRITY, folder, "1", names);
        }
        boolean component = files.stream().anyMatch(file -> !recordFiles.contains(file) && !isConsent(file));
        if (!component) {
            report("issuing.component-missing", Characteristic.INTEGRITY, folder, "ofd, pdf, xml, jpg", "");
        }
        if (folder.indexOf('/') < 0) {
            report("issuing.folder-level", Characteristic.INTEGRITY, folder, "材料目录/材料名称/", folder);
        }
    }

    private static boolean isConsent(PackageEntry file) {
        int dot = file.name().lastIndexOf('.');
        return CONSENT.contains(dot < 0 ? file.name() : file.name().substring(0, dot));
    }

    /**
     * Where the package says which files come from an issuing, their folders; where it says nothing at all and holds no
     * record anywhere, a folder two levels down that holds what may be a certificate.
     */
    private boolean mustHoldRecord(String folder, List<PackageEntry> files) {
        List<MetadataItem> paths = view.metadata().all(DocumentRole.FILES, "FilePath");
        if (!paths.isEmpty()) {
            Set<Integer> issuing = view.metadata().all(DocumentRole.FILES, "MaterialKind").stream()
                    .filter(item -> item.value().strip().equals("ISSUING"))
                    .map(MetadataItem::group)
                    .collect(Collectors.toSet());
            Set<String> ours = files.stream().map(PackageEntry::path).collect(Collectors.toSet());
            return paths.stream()
                    .anyMatch(item -> issuing.contains(item.group())
                            && ours.contains(item.value().strip()));
        }
        return view.metadata().documents().isEmpty()
                && recordFiles.isEmpty()
                && folder.indexOf('/') > 0
                && files.stream().anyMatch(file -> CERTIFICATES.contains(formats.getOrDefault(file.path(), "")));
    }

    /** 表 A.1 序号 1: the identifier is unique; 4.4: one package, one case. */
    private void compareRecords() {
        Map<String, PackageEntry> seen = new LinkedHashMap<>();
        Set<String> cases = new TreeSet<>();
        records.forEach((entry, data) -> {
            PackageEntry other = seen.putIfAbsent(data.requestId(), entry);
            if (other != null) {
                findings.accept(Finding.failed(
                                "issuing.request-id-twice",
                                Characteristic.AUTHENTICITY,
                                "detection.issuing.request-id-twice")
                        .in(entry.path())
                        .expecting(other.path(), data.requestId()));
            }
            if (data.projectId() != null) {
                cases.add(data.projectId());
            }
        });
        String number = view.manifest().map(manifest -> manifest.application).orElse(null);
        if (number != null && !cases.isEmpty()) {
            cases.add(number);
        }
        if (cases.size() > 1) {
            report("issuing.several-cases", Characteristic.AUTHENTICITY, "", "1", String.join(", ", cases));
        }
    }

    private void report(String code, Characteristic property, String folder, String expected, String found) {
        findings.accept(Finding.failed(code, property, "detection." + code)
                .in(folder.isEmpty() ? "/" : folder)
                .expecting(expected, found));
    }
}
