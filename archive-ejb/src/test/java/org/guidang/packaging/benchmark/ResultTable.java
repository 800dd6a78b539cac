// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rates of one workload and their ratio to the bare program of the same round, as Markdown. */
final class ResultTable {

    private final Workload workload;
    private final Map<String, List<Double>> rates = new HashMap<>();
    /** Work by processor time, which other people's load disturbs less. */
    private final Map<String, List<Double>> efforts = new HashMap<>();

    private final Map<String, Long> memory = new HashMap<>();

    ResultTable(Workload workload) {
        this.workload = workload;
    }

    void add(String contender, String order, long nanos, long processorNanos) {
        double work = workload == Workload.LARGE ? workload.octets / 1e6 : workload.casesFor(contender);
        rates.computeIfAbsent(order + contender, key -> new ArrayList<>()).add(work * 1e9 / nanos);
        efforts.computeIfAbsent(order + contender, key -> new ArrayList<>()).add(work * 1e9 / processorNanos);
    }

    void memory(String contender, long kib) {
        memory.put(contender, kib);
    }

    void print(PrintStream out) {
        String unit = workload == Workload.LARGE ? "MB/s" : "packages/s";
        out.printf(
                "### %s%n%n%d thread%s, `-Xmx%s`, median of %d rounds, ratio to the bare program (lowest … highest).%n%n",
                workload.title,
                workload.threads,
                workload.threads == 1 ? "" : "s",
                workload.heap,
                rates.get("buildbare").size());
        out.printf("| | build, %s | ratio | by processor time | verify, %s | ratio | by processor time |", unit, unit);
        out.printf(" VmHWM, MiB |%n|---|---|---|---|---|---|---|---|%n");
        for (String contender : workload.contenders()) {
            out.printf("| %s |", contender);
            for (String order : List.of("build", "verify")) {
                out.printf(
                        " %.0f | %s | %s |",
                        median(rates.get(order + contender)),
                        ratio(rates, order, contender),
                        ratio(efforts, order, contender));
            }
            out.printf(" %d |%n", memory.get(contender) / 1024);
        }
        out.println();
        printBars(out);
    }

    /** The bars of docs/benchmarks.md, held against the medians. */
    private void printBars(PrintStream out) {
        double least = workload == Workload.LARGE ? 0.9 : 0.8;
        out.printf("| bar | build | verify |%n|---|---|---|%n");
        bar(out, "ours at least " + least + " of bare", "bare", least);
        for (String peer : workload.contenders()) {
            if (peer.startsWith("bagit")) {
                bar(out, "ours faster than " + peer, peer, 1);
            } else if (peer.equals("commons-ip")) {
                bar(out, "ours five times commons-ip", peer, 5);
            }
        }
        out.println();
    }

    private void bar(PrintStream out, String what, String than, double least) {
        out.printf("| %s |", what);
        for (String order : List.of("build", "verify")) {
            double times = median(rates.get(order + "ours")) / median(rates.get(order + than));
            double effort = median(efforts.get(order + "ours")) / median(efforts.get(order + than));
            out.printf(" %s: %.2f, by processor time %.2f |", times >= least ? "met" : "**missed**", times, effort);
        }
        out.println();
    }

    private static String ratio(Map<String, List<Double>> measured, String order, String contender) {
        List<Double> bare = measured.get(order + "bare");
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < bare.size(); i++) {
            ratios.add(measured.get(order + contender).get(i) / bare.get(i));
        }
        double lowest = ratios.stream().min(Double::compare).orElseThrow();
        double highest = ratios.stream().max(Double::compare).orElseThrow();
        return PackagingBenchmark.isBare(contender)
                ? "1"
                : "%.2f (%.2f … %.2f)".formatted(median(ratios), lowest, highest);
    }

    static double median(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
