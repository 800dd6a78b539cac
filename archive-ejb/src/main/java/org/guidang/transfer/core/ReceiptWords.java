// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.guidang.transfer.Signed;

/**
 * Every word on the paper of a receipt (交接回执), in the order it stands there; see {@link PaperWords}. Its number is ours:
 * number of the list, {@code -H}, the version both signed, as in {@code WZ-2026-0012-H2}. A list is signed by both once,
 * so numbers are unique, and who knows the list knows its receipt.
 */
final class ReceiptWords {

    static final String TITLE = "政务服务电子档案交接回执";

    private final PrintedList list;

    ReceiptWords(PrintedList list) {
        this.list = list;
    }

    static String number(String list, int version) {
        return "%s-H%d".formatted(list, version);
    }

    /** Pairs of a name and what it stands for. */
    List<List<String>> facts() {
        ListCheckpoint checkpoint = list.checkpoint();
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("回执编号", number(list.number(), list.version())));
        facts.add(List.of("移交清单", "%s　第 %d 版".formatted(list.number(), list.version())));
        facts.add(List.of("移交单位", list.windowName()));
        facts.add(List.of("接收单位", list.agencyName()));
        facts.add(List.of("归档信息包", "%d 个，%d 字节".formatted(checkpoint.packages(), checkpoint.octets())));
        facts.add(List.of("交接时间", PaperWords.time(lastSignature())));
        facts.add(List.of("清单摘要 SM3", checkpoint.sm3()));
        facts.add(List.of("清单摘要 SHA-256", list.fixity().sha256()));
        facts.add(List.of("信息包根摘要", checkpoint.root()));
        list.signatures().forEach(signed -> facts.add(List.of("签名", PaperWords.signature(signed))));
        return facts;
    }

    private java.time.Instant lastSignature() {
        return list.signatures().stream()
                .map(Signed::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    List<String> closing() {
        List<String> words = new ArrayList<>();
        words.add("双方已对上述移交清单签字确认，清单所列归档信息包已由接收单位接收。法律效力以数字签名为准，签名和清单原文见本文件附件。");
        words.add("核验：archivectl verify --anchors 信任目录 本文件");
        if (list.demonstration()) {
            words.add("演示环境的密钥所签，不具有法律效力。");
        }
        return words;
    }

    String running() {
        return "回执 " + number(list.number(), list.version());
    }

    /** For comparing a paper with these words; null when there can be no receipt because nobody signed. */
    static PaperCheck check(PrintedList list) {
        if (list.signatures().isEmpty()) {
            return null;
        }
        ReceiptWords paper = new ReceiptWords(list);
        List<String> words = new ArrayList<>(List.of(TITLE));
        paper.facts().forEach(words::addAll);
        words.addAll(paper.closing());
        return new PaperCheck(words, paper.running(), "");
    }
}
