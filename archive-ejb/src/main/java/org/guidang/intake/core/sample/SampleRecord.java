// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.core.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.guidang.issuing.IssuingRecordData;

/** An issuing record as 浙档发〔2019〕16号 附录 A shows it, with its slips corrected. */
public final class SampleRecord {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private SampleRecord() {}

    public static byte[] of(IssuingRecordData data) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        xml.append("<description title=\"电子出证记录\">\n");
        add(xml, "requestid", "唯一标识码", data.requestId());
        add(xml, "systemcode", "业务系统编码", data.systemCode());
        add(xml, "systemdepartmentcode", "业务系统所属部门编码", data.systemDepartmentCode());
        add(xml, "interfacecode", "接口编码", data.interfaceCode());
        add(xml, "interfacedepartmentcode", "接口提供部门编码", data.interfaceDepartmentCode());
        add(xml, "requesttime", "请求时间", time(data.requestTime()));
        add(xml, "responsetime", "响应时间", time(data.responseTime()));
        add(xml, "sponsorcode", "申请人或法人证件编码", data.sponsorCode());
        add(xml, "servicecode", "事项编码", data.serviceCode());
        add(xml, "accesscarid", "访问者唯一标识", data.accessorId());
        add(xml, "projectid", "办件统一申报号", data.projectId());
        add(xml, "materialname", "材料名称", data.materialName());
        add(xml, "requestparam", "数据查询参数", data.requestParam());
        add(xml, "responsedata", "数据返回结果", data.responseData());
        return xml.append("</description>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void add(StringBuilder xml, String name, String title, String value) {
        if (value != null) {
            String escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            xml.append("  <%s title=\"%s\">%s</%s>\n".formatted(name, title, escaped, name));
        }
    }

    private static String time(LocalDateTime time) {
        return TIME.format(time);
    }
}
