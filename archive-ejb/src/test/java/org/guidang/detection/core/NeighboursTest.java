// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.guidang.detection.core.pack.SubmittedFile;
import org.guidang.detection.core.virus.VirusScanner;
import org.guidang.seal.core.Trust;
import org.guidang.shared.core.Corpus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One bad file never disturbs its neighbours: not before, not after, not beside it. */
class NeighboursTest {

    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    private static Stream<Corpus.Row> rows() {
        return Stream.of("01-ofd/", "02-pdf/", "03-media/", "04-office/", "05-xml", "06-zip", "07-poly", "13-cms/")
                .flatMap(family -> Corpus.rows(family).stream());
    }

    private static boolean isGood(Corpus.Row row) {
        return row.firm() && row.verdict().equals("ACCEPT");
    }

    /** Everything the verdict says, in one line. */
    private static String verdict(SubmittedFile examiner, Corpus.Row row, Trust trust) {
        FileResult result = examiner.examine(row.file(), row.path(), trust, NOW, VirusScanner.absent());
        return result.outcome() + " " + result.findings();
    }

    @Test
    @DisplayName("好文件与恶意文件交替检测、并发检测，结论与单独检测完全一致")
    void verdicts_are_the_same_alone_alternating_and_side_by_side() throws Exception {
        Trust trust = Corpus.sm2Trust();
        List<Corpus.Row> good = rows().filter(NeighboursTest::isGood).toList();
        List<Corpus.Row> hostile = rows().filter(row -> !isGood(row)).toList();
        assertTrue(good.size() > 10 && hostile.size() > 100, good.size() + " good, " + hostile.size() + " hostile");

        Map<Path, String> alone = new TreeMap<>();
        for (Corpus.Row row : good) {
            alone.put(row.file(), verdict(new SubmittedFile(), row, trust));
        }
        SubmittedFile shared = new SubmittedFile();
        List<String> differs = new ArrayList<>();
        for (int i = 0; i < hostile.size(); i++) {
            alone.put(hostile.get(i).file(), verdict(shared, hostile.get(i), trust));
            Corpus.Row neighbour = good.get(i % good.size());
            if (!verdict(shared, neighbour, trust).equals(alone.get(neighbour.file()))) {
                differs.add(neighbour + " after " + hostile.get(i));
            }
        }
        assertEquals(List.of(), differs);

        ExecutorService three = Executors.newFixedThreadPool(3);
        try {
            Map<Corpus.Row, Future<String>> together = new java.util.LinkedHashMap<>();
            for (int i = hostile.size() - 1; i >= 0; i--) {
                Corpus.Row bad = hostile.get(i);
                together.put(bad, three.submit(() -> verdict(shared, bad, trust)));
                if (i < good.size()) {
                    Corpus.Row neighbour = good.get(i);
                    together.put(neighbour, three.submit(() -> verdict(shared, neighbour, trust)));
                }
            }
            for (Map.Entry<Corpus.Row, Future<String>> each : together.entrySet()) {
                String found = each.getValue().get();
                if (!found.equals(alone.get(each.getKey().file()))) {
                    differs.add(each.getKey() + ": " + found);
                }
            }
        } finally {
            three.shutdownNow();
        }
        assertEquals(List.of(), differs);
    }
}
