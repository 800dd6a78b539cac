// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry.core;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.guidang.registry.RegisterEntry;
import org.guidang.shared.core.CsvLine;

/** The archiving catalogue (归档目录清单) as CSV for offices: UTF-8 with byte order mark, RFC 4180, numbered rows. */
public final class CatalogueCsv {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final Writer out;
    private int rows;

    public CatalogueCsv(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write('\ufeff');
        this.out.write(CsvLine.of(
                "序号", "包号", "版本", "统一申报号", "题名", "事项编码", "事项名称", "事项类型", "实施机构", "保管期限", "办结年度", "文件数", "字节数", "信息包SM3",
                "检测报告", "登记人", "登记时间"));
    }

    public void row(RegisterEntry entry) throws IOException {
        out.write(CsvLine.of(
                ++rows,
                entry.id().packageNumber(),
                entry.id().version(),
                entry.applicationNumber(),
                entry.title(),
                entry.itemCode(),
                entry.itemName(),
                entry.itemType(),
                entry.agency(),
                entry.retention().printed(),
                entry.closedYear(),
                entry.files(),
                entry.contentOctets(),
                entry.zip().sm3(),
                entry.report(),
                entry.registeredBy(),
                TIME.format(entry.registeredAt())));
    }

    /** Writes out what is pending; the stream stays open. */
    public void end() throws IOException {
        out.flush();
    }
}
