// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.guidang.transfer.A1Row;
import org.guidang.transfer.Party;
import org.guidang.transfer.Signed;

/**
 * Every word that stands on the paper of a list, in the order it stands there. Printing sets these words and verifying
 * compares with them, so that a paper cannot say more or other than what was signed.
 */
final class PaperWords {

    static final String TITLE = "政务服务电子档案移交清单";
    static final List<String> COLUMNS = List.of("序号", "批次编号", "办理事项名称", "事项类型", "归档信息包数量", "检测意见", "备注");

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(HERE);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(HERE);

    private final PrintedList list;

    PaperWords(PrintedList list) {
        this.list = list;
    }

    String heading() {
        String resubmission = list.resubmits().isEmpty() ? "" : "　　再次移交，原清单：" + list.resubmits();
        return "清单编号：%s　第 %d 版%s\n移交单位：%s\n接收单位：%s"
                .formatted(list.number(), list.version(), resubmission, list.windowName(), list.agencyName());
    }

    /** The seven cells of a row. */
    static List<String> cells(A1Row row) {
        return List.of(
                String.valueOf(row.sequence()),
                row.batch(),
                row.itemName(),
                row.itemType(),
                String.valueOf(row.packages()),
                // A line never begins with the mark that ends the opinion before.
                row.opinion().replace("；", "；\n"),
                row.remark());
    }

    /** 移交人, 接收人, 移交日期: the date is that of the second signature. */
    List<String> footer() {
        Signed window = list.of(Party.WINDOW);
        Signed agency = list.of(Party.AGENCY);
        String date = window == null || agency == null ? "" : date();
        return List.of("移交人：" + name(window), "接收人：" + name(agency), "移交日期：" + date);
    }

    private String date() {
        return DATE.format(list.signatures().stream()
                .map(Signed::at)
                .max(Comparator.naturalOrder())
                .orElseThrow());
    }

    private static String name(Signed signed) {
        return signed == null ? "" : signed.displayName();
    }

    /** What makes the paper provable: digest, root, counts, both signatures. */
    List<String> proof() {
        if (list.checkpoint() == null) {
            return List.of("草稿，未提交，不作移交凭证。");
        }
        List<String> words = new ArrayList<>();
        words.add("清单摘要 SM3：" + list.fixity().sm3());
        words.add("SHA-256：" + list.fixity().sha256());
        words.add("信息包根摘要：" + list.checkpoint().root());
        words.add("归档信息包合计：%d 个，%d 字节；法律效力以数字签名为准，签名和清单原文见本文件附件。"
                .formatted(list.checkpoint().packages(), list.checkpoint().octets()));
        list.signatures().forEach(signed -> words.add(signature(signed)));
        words.add("核验：archivectl verify --anchors 信任目录 本文件");
        if (list.demonstration() && !list.signatures().isEmpty()) {
            words.add("演示环境的密钥所签，不具有法律效力。");
        }
        return words;
    }

    static String signature(Signed signed) {
        return "%s签名：%s（%s）　%s\n证书：%s\n时间戳：%s"
                .formatted(
                        signed.party() == Party.WINDOW ? "移交方" : "接收方",
                        signed.displayName(),
                        signed.organizationName(),
                        TIME.format(signed.at()),
                        signed.certificate(),
                        signed.token() == null ? "待补" : "已加盖");
    }

    static String time(java.time.Instant instant) {
        return TIME.format(instant);
    }

    /** What is printed at the foot of each page before the page number. */
    String running() {
        return "%s 第 %d 版".formatted(list.number(), list.version());
    }

    /** For comparing a paper with these words. */
    static PaperCheck check(PrintedList list) {
        PaperWords paper = new PaperWords(list);
        List<String> words = new ArrayList<>(List.of(TITLE, paper.heading()));
        words.addAll(COLUMNS);
        list.rows().forEach(row -> words.addAll(cells(row)));
        words.addAll(paper.footer());
        words.addAll(paper.proof());
        return new PaperCheck(words, paper.running(), String.join("", COLUMNS));
    }
}
