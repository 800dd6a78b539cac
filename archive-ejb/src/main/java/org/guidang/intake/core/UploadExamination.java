// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.guidang.intake.ReceivedFile;
import org.guidang.intake.Source;
import org.guidang.issuing.IssuingRecord;
import org.guidang.issuing.IssuingRecordData;
import org.guidang.issuing.core.IssuingRecordReader;
import org.guidang.issuing.core.IssuingRecordReading;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;
import org.guidang.shared.SafeName;

/**
 * Examines the files of one upload: each for itself, and the issuing files (电子出证文件) by 浙档发〔2019〕16号 6 and 7: one
 * record and at least one component per issuing, 唯一标识码 unique, all of one case. Tells everything at once.
 */
public final class UploadExamination {

    private final String number;
    private final Function<String, Optional<IssuingRecord>> known;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Fixity, IssuingRecordData> records = new HashMap<>();
    private final Map<String, String> seen = new HashMap<>();

    /**
     * @param number 统一申报号 of the case the files belong to
     * @param known issuing records received before, by 唯一标识码
     */
    public UploadExamination(String number, Function<String, Optional<IssuingRecord>> known) {
        this.number = number;
        this.known = known;
    }

    public ExaminedUpload examine(List<StagedFile> files) throws IOException {
        files.forEach(this::single);
        Map<String, List<StagedFile>> issuings = issuings(files);
        Map<StagedFile, String> requestIds = new HashMap<>();
        for (List<StagedFile> issuing : issuings.values()) {
            String requestId = issuing(issuing);
            issuing.forEach(file -> requestIds.put(file, requestId));
        }
        List<ReceivedFile> received = files.stream()
                .map(file -> new ReceivedFile(
                        file.materialName(),
                        cut(file.name()),
                        IssuingRecordReader.isRecordName(file.name())
                                ? IssuingRecordReader.FILE_NAME
                                : SafeName.of(file.name()),
                        file.fixity(),
                        file.format(),
                        file.source(),
                        requestIds.get(file)))
                .toList();
        return new ExaminedUpload(findings, received, records);
    }

    private void single(StagedFile file) {
        switch (file.format()) {
            case "empty" -> findings.add(failed("intake.file.empty", Characteristic.USABILITY, file.name()));
            case "executable", "script" ->
                findings.add(failed("intake.file.executable", Characteristic.SECURITY, file.name())
                        .expecting("", file.format()));
            default -> {
                if (!LeadingOctets.ARCHIVABLE.contains(file.format())) {
                    findings.add(warning("intake.file.format", file.name()).expecting("", file.format()));
                } else if (LeadingOctets.contradicts(file.name(), file.format())) {
                    findings.add(warning("intake.file.extension", file.name()).expecting(file.format(), file.name()));
                }
            }
        }
        if (!SafeName.isSafe(Normalizer.normalize(file.name(), Normalizer.Form.NFC))) {
            findings.add(warning("intake.file.name", file.name()).expecting(SafeName.of(file.name()), file.name()));
        }
        if (file.source() == null) {
            findings.add(failed("intake.file.source", Characteristic.AUTHENTICITY, file.name()));
        }
        if (file.materialName() != null
                && file.materialName().codePointCount(0, file.materialName().length()) > 100) {
            findings.add(failed("intake.file.material", Characteristic.AUTHENTICITY, file.name()));
        }
    }

    /** The files of each issuing by its group; a record without a group goes with all shared data that has none. */
    private static Map<String, List<StagedFile>> issuings(List<StagedFile> files) {
        Set<String> groups = new HashSet<>();
        files.stream()
                .filter(file -> IssuingRecordReader.isRecordName(file.name()) || isNamedGroup(file.issuing()))
                .map(StagedFile::issuing)
                .forEach(groups::add);
        Map<String, List<StagedFile>> issuings = new LinkedHashMap<>();
        for (StagedFile file : files) {
            boolean shared = !file.issuing().isEmpty()
                    || file.source() == Source.SHARED_DATA
                    || IssuingRecordReader.isRecordName(file.name());
            if (groups.contains(file.issuing()) && shared) {
                issuings.computeIfAbsent(file.issuing(), group -> new ArrayList<>())
                        .add(file);
            }
        }
        return issuings;
    }

    /** A group said outright, not taken from a folder in the name. */
    private static boolean isNamedGroup(String group) {
        return !group.isEmpty() && !group.endsWith("/") && !group.endsWith("\\");
    }

    /** Examines one issuing; its 唯一标识码, or null when it has none that can be read. */
    private String issuing(List<StagedFile> files) throws IOException {
        List<StagedFile> found = files.stream()
                .filter(file -> IssuingRecordReader.isRecordName(file.name()))
                .toList();
        String first = files.get(0).name();
        if (found.isEmpty()) {
            findings.add(failed("intake.issuing.no-record", Characteristic.INTEGRITY, first)
                    .expecting(IssuingRecordReader.FILE_NAME, names(files)));
            return null;
        }
        if (found.size() > 1) {
            findings.add(failed(
                            "intake.issuing.two-records",
                            Characteristic.INTEGRITY,
                            found.get(1).name())
                    .expecting("1", found.size()));
        }
        if (files.size() == found.size()) {
            findings.add(failed(
                    "intake.issuing.no-component",
                    Characteristic.INTEGRITY,
                    found.get(0).name()));
        }
        String requestId = null;
        for (StagedFile file : found) {
            Optional<IssuingRecordData> data = read(file);
            if (data.isPresent()) {
                records.put(file.fixity(), data.get());
                requestId = data.get().requestId();
                record(data.get(), file);
            }
        }
        return requestId;
    }

    private Optional<IssuingRecordData> read(StagedFile file) throws IOException {
        try (InputStream content = Files.newInputStream(file.octets())) {
            IssuingRecordReading reading = new IssuingRecordReader().read(file.name(), content);
            findings.addAll(reading.findings());
            return reading.data();
        }
    }

    private void record(IssuingRecordData data, StagedFile file) {
        String sha256 = file.fixity().sha256();
        if (seen.putIfAbsent(data.requestId(), sha256) != null) {
            findings.add(failed("intake.issuing.request-id-twice", Characteristic.AUTHENTICITY, file.name())
                    .expecting("", data.requestId()));
        }
        known.apply(data.requestId())
                .filter(before -> !before.fixity().equals(file.fixity())
                        || !before.applicationNumber().equals(number))
                .ifPresent(before ->
                        findings.add(failed("intake.issuing.request-id-known", Characteristic.AUTHENTICITY, file.name())
                                .expecting("", data.requestId())));
        if (data.projectId() != null && !data.projectId().equals(number)) {
            findings.add(failed("intake.issuing.project-differs", Characteristic.AUTHENTICITY, file.name())
                    .expecting(number, data.projectId()));
        }
    }

    private static String names(List<StagedFile> files) {
        return String.join("、", files.stream().map(StagedFile::name).toList());
    }

    private static String cut(String name) {
        return name.length() <= 500 ? name : name.substring(0, name.offsetByCodePoints(0, 200));
    }

    private static Finding failed(String key, Characteristic property, String file) {
        return Finding.failed(key.replace("intake.", "case-"), property, key).in(file);
    }

    private static Finding warning(String key, String file) {
        return Finding.warning(key.replace("intake.", "case-"), Characteristic.USABILITY, key)
                .in(file);
    }
}
