// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.eep;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.guidang.packaging.core.Layout.DocumentRole;
import org.guidang.packaging.core.MetadataItem;
import org.guidang.packaging.core.PackageEntry;
import org.guidang.packaging.core.PackageView;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;

/** 封装内容, or 修订内容: the record with its files, what was done with it, and who did it. */
final class EepContent {

    /** Octets read at a time; a multiple of three, so that base64 goes on without padding. */
    private static final int CHUNK = 48 * 1024;

    private final PackageView view;
    private final Fixity zip;
    private final byte[] laterToken;
    private final Instant at;
    private final int number;
    private final EepReading earlier;
    private final EepMetadata metadata;
    private final Map<String, String> agents = new LinkedHashMap<>();

    EepContent(
            PackageView view,
            Fixity zip,
            byte[] laterToken,
            Instant at,
            int number,
            EepReading earlier,
            Consumer<Finding> findings) {
        this.view = view;
        this.zip = zip;
        this.laterToken = laterToken;
        this.at = at;
        this.number = number;
        this.earlier = earlier;
        this.metadata = new EepMetadata(view, findings);
    }

    void write(CanonicalWriter xml, String element) throws IOException {
        xml.start(element);
        record(xml);
        business(xml);
        xml.start("机构人员实体块");
        for (Map.Entry<String, String> agent : agents.entrySet()) {
            boolean unit = agent.getValue().startsWith("!");
            xml.start("机构人员实体");
            xml.leaf("机构人员标识符", agent.getValue().substring(unit ? 1 : 0));
            xml.leaf("机构人员类型", unit ? "单位" : "个人");
            xml.leaf("机构人员名称", agent.getKey());
            xml.end();
        }
        xml.end();
        xml.end();
    }

    private void record(CanonicalWriter xml) throws IOException {
        xml.start("文件实体块");
        xml.start("文件实体");
        metadata.element(xml, "聚合层次");
        metadata.block(xml, "来源");
        metadata.element(xml, "电子文件号");
        for (String block : List.of("档号", "内容描述", "形式特征", "存储位置", "权限管理")) {
            metadata.block(xml, block);
        }
        metadata.element(xml, "信息系统描述");
        xml.leaf("附注", Eep.DIGEST_NOTE + zip.sha256());
        if (laterToken != null) {
            xml.leaf("附注", Eep.TOKEN_NOTE + Base64.getEncoder().encodeToString(laterToken));
        }
        xml.start("文件数据");
        int document = 0;
        for (PackageEntry entry : view.entries()) {
            document(xml, entry, ++document);
        }
        xml.end().end().end();
    }

    private void document(CanonicalWriter xml, PackageEntry entry, int sequence) throws IOException {
        String id = "修改" + number + "-文档" + sequence;
        String name = entry.name();
        String kind = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        xml.start("文档");
        xml.leaf("文档标识符", id);
        xml.leaf("文档序号", String.valueOf(sequence));
        xml.leaf("文档主从声明", entry.part() == PackageEntry.Part.CONTENT ? "主文档" : "附属文档");
        xml.leaf("题名", name);
        xml.start("文档数据", "文档数据ID", id + "-文档数据1");
        String encoding = id + "-文档数据1-编码1";
        xml.start("编码", "编码ID", encoding);
        xml.start("电子属性");
        xml.leaf("格式信息", "格式名称：" + kind);
        xml.leaf("计算机文件名", entry.path());
        xml.leaf("计算机文件大小", String.valueOf(entry.octets()));
        xml.end();
        xml.leaf("编码描述", "本封装包中“编码数据”元素存储的是计算机文件二进制流的Base64编码");
        xml.leaf("反编码关键字", "base64-" + kind);
        String same = earlierData(entry);
        if (same == null) {
            xml.start(Eep.DATA, Eep.DATA_ID, encoding + "-编码数据1");
            base64(xml, entry);
            xml.end();
        } else {
            xml.leaf(Eep.DATA, "", Eep.DATA_ID, encoding + "-编码数据1", Eep.REFERENCE, same);
        }
        xml.end().end().end();
    }

    /** Identifier of the same octets in an earlier package; null when there are none. */
    private String earlierData(PackageEntry entry) throws IOException {
        if (earlier == null) {
            return null;
        }
        boolean maybe = earlier.data.values().stream().anyMatch(fixity -> fixity.octets() == entry.octets());
        if (!maybe) {
            return null;
        }
        Fixity fixity = view.measure(entry.path());
        return earlier.data.entrySet().stream()
                .filter(data -> data.getValue().equals(fixity))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private void base64(CanonicalWriter xml, PackageEntry entry) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (InputStream content = view.open(entry.path())) {
            for (int read = content.readNBytes(chunk, 0, CHUNK); read > 0; read = content.readNBytes(chunk, 0, CHUNK)) {
                xml.plain(Base64.getEncoder().encode(read == CHUNK ? chunk : Arrays.copyOf(chunk, read)));
            }
        }
    }

    /** Every step of the handling, and the encapsulation itself. */
    private void business(CanonicalWriter xml) throws IOException {
        xml.start("业务实体块");
        int sequence = 0;
        Map<Integer, Map<String, String>> steps = new LinkedHashMap<>();
        for (MetadataItem item : view.metadata().of(DocumentRole.PROCESS)) {
            if (item.group() > 0) {
                steps.computeIfAbsent(item.group(), first -> new LinkedHashMap<>())
                        .put(item.name().toLowerCase(Locale.ROOT), item.value().strip());
            }
        }
        for (Map<String, String> step : steps.values()) {
            String time = step.getOrDefault("modified", "").replace(' ', 'T');
            action(
                    xml,
                    ++sequence,
                    agent(step.getOrDefault("author", ""), false),
                    step.getOrDefault("nodename", ""),
                    time.isEmpty() ? time : time + "+08:00",
                    (step.getOrDefault("type", "") + " " + step.getOrDefault("body", "")).strip());
        }
        String unit =
                view.metadata().value(DocumentRole.BASICS, "DepartmentName").orElse("");
        action(xml, ++sequence, agent(unit, true), "封装", EepSigner.time(at), "");
        xml.end();
    }

    private String agent(String name, boolean unit) {
        String id = agents.computeIfAbsent(
                name, first -> (unit ? "!" : "") + "修改" + number + "-机构人员" + (agents.size() + 1));
        return id.startsWith("!") ? id.substring(1) : id;
    }

    private void action(CanonicalWriter xml, int sequence, String agent, String what, String time, String description)
            throws IOException {
        xml.start("业务实体");
        xml.leaf("业务标识符", "修改" + number + "-业务" + sequence);
        xml.leaf("机构人员标识符", agent);
        xml.leaf(
                "文件标识符",
                view.metadata().value(DocumentRole.BASICS, "DocumentNumber").orElse(""));
        xml.leaf("业务状态", "历史行为");
        xml.leaf("业务行为", what);
        xml.leaf("行为时间", time);
        if (!description.isEmpty()) {
            xml.leaf("行为描述", description);
        }
        xml.end();
    }
}
