// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guidang.packaging.PackageDescription;
import org.guidang.packaging.core.PackageContent.CaseData;
import org.guidang.packaging.core.PackageContent.ContentFile;
import org.guidang.packaging.core.PackageContent.Material;
import org.guidang.packaging.core.PackageContent.Step;
import org.guidang.packaging.xml.BasicsXml;
import org.guidang.packaging.xml.ConfigurationXml;
import org.guidang.packaging.xml.FilesXml;
import org.guidang.packaging.xml.ManifestXml;
import org.guidang.packaging.xml.ProcessXml;
import org.guidang.packaging.xml.TitledXml;

/**
 * Writes the metadata documents of a package, UTF-8, in the names in use since 2021. Times are written without zone as
 * Asia/Shanghai, {@code yyyy-MM-dd HH:mm:ss}.
 */
final class MetadataWriter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final XmlBinding BINDING = new XmlBinding(
            ConfigurationXml.class, BasicsXml.class, ProcessXml.class, FilesXml.class, ManifestXml.class);

    private final PackageContent content;

    MetadataWriter(PackageContent content) {
        this.content = content;
    }

    static byte[] octets(Object document) {
        return BINDING.write(document);
    }

    ConfigurationXml configuration() {
        PackageDescription about = content.description();
        ConfigurationXml xml = new ConfigurationXml();
        xml.taskCode = TitledXml.of("事项编码", about.itemCode());
        xml.taskName = TitledXml.of("事项名称", about.itemName());
        xml.taskType = TitledXml.of("事项类型", about.itemType());
        xml.departmentName = TitledXml.of("立档单位名称", content.data().agencyName());
        xml.departmentCode = TitledXml.of("立档单位编码", about.agencyCode());
        xml.retentionPeriod = TitledXml.of("保管期限", content.data().retentionPrinted());
        xml.configurationVersion = TitledXml.of("归档配置版本", content.configurationVersion());
        Map<String, ConfigurationXml.Directory> folders = new LinkedHashMap<>();
        for (Material material : content.materials()) {
            ConfigurationXml.Material line = new ConfigurationXml.Material();
            line.name = TitledXml.of("归档材料名称", material.name());
            line.kind = TitledXml.of("材料类别", material.kind());
            line.required = TitledXml.of("是否必须", material.required() ? "是" : "否");
            folders.computeIfAbsent(material.folder(), MetadataWriter::directory)
                    .materials
                    .add(line);
        }
        xml.catalog.directories.addAll(folders.values());
        return xml;
    }

    private static ConfigurationXml.Directory directory(String folder) {
        ConfigurationXml.Directory directory = new ConfigurationXml.Directory();
        directory.name = TitledXml.of("归档范围", folder);
        return directory;
    }

    BasicsXml basics() {
        PackageDescription about = content.description();
        CaseData data = content.data();
        BasicsXml xml = new BasicsXml();
        xml.departmentName = TitledXml.of("立档单位名称", data.agencyName());
        xml.documentNumber = TitledXml.of("电子文件号", content.version().packageNumber());
        xml.documentVersion = TitledXml.of("信息包版本", content.version().version());
        xml.answersReturn = TitledXml.of("回应的移交清单", content.answersList());
        xml.answersReason = TitledXml.of("回应的退回原因", content.answersReason());
        xml.retentionPeriod = TitledXml.of("保管期限", data.retentionPrinted());
        xml.archiveTime = TitledXml.of("归档时间", time(content.archivedAt()));
        xml.taskType = TitledXml.of("事项类型", about.itemType());
        xml.applyName = TitledXml.of("申请人名称", data.applicant());
        xml.cardType = TitledXml.of("证件类型", data.documentType());
        xml.contactedCard = TitledXml.of("证件号码", data.documentNumber());
        xml.projectName = TitledXml.of("办件名称", about.title());
        xml.receiveDepartment = TitledXml.of("受理单位", data.windowName());
        xml.receiveTime = TitledXml.of("受理时间", time(data.acceptedAt()));
        xml.transactTime = TitledXml.of("办结时间", time(data.closedAt()));
        xml.projectId = TitledXml.of("统一申报号", about.applicationNumber());
        xml.result = TitledXml.of("办理结果", data.result());
        xml.resultCode = TitledXml.of("结果文号", data.resultCode());
        xml.taskCode = TitledXml.of("事项编码", about.itemCode());
        return xml;
    }

    ProcessXml process() {
        ProcessXml xml = new ProcessXml();
        for (Step step : content.steps()) {
            ProcessXml.Opinion opinion = new ProcessXml.Opinion();
            opinion.nodeName = TitledXml.of("环节名称", step.node());
            opinion.author = TitledXml.of("办理人", step.author());
            opinion.type = TitledXml.of("意见类型", step.type());
            opinion.body = TitledXml.of("意见内容", step.body());
            opinion.modified = TitledXml.of("办理时间", time(step.at()));
            xml.opinions.add(opinion);
        }
        return xml;
    }

    FilesXml files() {
        FilesXml xml = new FilesXml();
        long total = 0;
        for (ContentFile file : content.files()) {
            total += file.fixity().octets();
            FilesXml.ArchiveFile line = new FilesXml.ArchiveFile();
            line.sequence = TitledXml.of("件内顺序号", xml.files.size() + 1);
            line.material = TitledXml.of("材料名称", file.material());
            line.kind = TitledXml.of("材料类别", file.kind());
            line.name = TitledXml.of("计算机文件名", file.name());
            line.originalName = TitledXml.of("原始文件名", file.originalName());
            line.path = TitledXml.of("存储路径", file.path());
            line.format = TitledXml.of("格式", file.format());
            line.size = TitledXml.of("文件大小", file.fixity().octets());
            line.sm3 = TitledXml.of("数字摘要SM3", file.fixity().sm3());
            line.sha256 = TitledXml.of("数字摘要SHA-256", file.fixity().sha256());
            line.source = TitledXml.of("来源", file.source());
            line.received = TitledXml.of("接收时间", time(file.receivedAt()));
            xml.files.add(line);
        }
        xml.count = TitledXml.of("文件数量", content.files().size());
        xml.total = TitledXml.of("总字节数", total);
        return xml;
    }

    private static String time(Instant instant) {
        return instant == null ? null : TIME.format(instant);
    }
}
