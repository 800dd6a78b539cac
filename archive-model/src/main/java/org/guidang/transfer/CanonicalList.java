// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.util.List;

/**
 * The one text of a list version that both parties sign: who hands over to whom, the rows of table A.1, and every package
 * with its digests. Made from what the list holds, so that it can be made again and compared at any time. The form:
 *
 * <pre>
 * 政务服务电子档案移交清单  guidang-transfer-list-1
 * list     number  version  number of the list it re-submits
 * window   code
 * agency   code
 * row      序号 批次编号 办理事项名称 事项类型 归档信息包数量 检测意见 备注
 * package  batch  number  version  申报号  files  octets  zip octets  zip SM3  zip SHA-256  GD report  YJ report
 * total    packages  files  octets
 * </pre>
 */
final class CanonicalList {

    private static final String FORM = "guidang-transfer-list-1";

    private CanonicalList() {}

    static CanonicalText of(TransferList list, int version, List<A1Row> rows, List<OfferedPackage> packages) {
        CanonicalText text = new CanonicalText();
        text.line("政务服务电子档案移交清单", FORM);
        text.line(
                "list",
                list.number(),
                version,
                list.resubmits().map(TransferListNumber::value).orElse(""));
        text.line("window", list.window());
        text.line("agency", list.agency());
        for (A1Row row : rows) {
            text.line(
                    "row",
                    row.sequence(),
                    row.batch(),
                    row.itemName(),
                    row.itemType(),
                    row.packages(),
                    row.opinion(),
                    row.remark());
        }
        packages.forEach(pack -> line(text, version, pack));
        text.line(
                "total",
                packages.size(),
                packages.stream().mapToLong(OfferedPackage::files).sum(),
                packages.stream().mapToLong(OfferedPackage::contentOctets).sum());
        return text;
    }

    private static void line(CanonicalText text, int version, OfferedPackage pack) {
        text.line(
                "package",
                pack.batch(),
                pack.packageNumber(),
                pack.packageVersion(),
                pack.applicationNumber(),
                pack.files(),
                pack.contentOctets(),
                pack.zip().octets(),
                pack.zip().sm3(),
                pack.zip().sha256(),
                pack.report(),
                version < OfferedPackage.FIRST_REVIEWED
                        ? ""
                        : pack.receiptReport().orElse(""));
    }
}
