// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs every contender of a workload in a process of its own and lets them take turns, round by round, so that what else
 * the machine does falls on all of them. Prints the table of docs/benchmarks.md.
 *
 * <p>Arguments: folder for cases and packages (some 12 GB), rounds, workloads (all when none is named).
 */
public final class PackagingBenchmark {

    /** Peers take part in the last round of warming up only; they are slow, and what they miss is not warmth. */
    private static final List<String> PEERS = List.of("bagit", "bagit-synced", "commons-ip");

    private static final String BARE = "bare";

    private final Path folder;
    private final int rounds;

    private PackagingBenchmark(Path folder, int rounds) {
        this.folder = folder;
        this.rounds = rounds;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        PackagingBenchmark benchmark = new PackagingBenchmark(folder, Integer.parseInt(args[1]));
        List<Workload> workloads = args.length > 2
                ? Arrays.stream(args).skip(2).map(Workload::valueOf).toList()
                : List.of(Workload.values());
        System.out.println(Machine.describe());
        for (Workload workload : workloads) {
            workload.generate(folder.resolve("input"));
            benchmark.run(workload).print(System.out);
        }
        System.out.println(Machine.load());
    }

    private ResultTable run(Workload workload) throws Exception {
        Map<String, Process> processes = new LinkedHashMap<>();
        try {
            for (String contender : workload.contenders()) {
                processes.put(contender, start(contender, workload));
            }
            ResultTable table = new ResultTable(workload);
            for (int round = -workload.warmUp(); round < workload.rounds(rounds); round++) {
                for (String order : List.of("build", "verify")) {
                    for (Map.Entry<String, Process> each : processes.entrySet()) {
                        if (round < -1 && PEERS.contains(each.getKey())) {
                            continue;
                        }
                        String[] taken = ask(each.getValue(), order).split(" ");
                        if (round >= 0) {
                            table.add(each.getKey(), order, Long.parseLong(taken[0]), Long.parseLong(taken[1]));
                        }
                        System.err.println(workload + " " + round + " " + order + " " + each.getKey() + " " + taken[0]);
                    }
                }
            }
            for (Map.Entry<String, Process> each : processes.entrySet()) {
                table.memory(each.getKey(), Long.parseLong(ask(each.getValue(), "memory")));
            }
            return table;
        } finally {
            for (Process process : processes.values()) {
                process.getOutputStream().close();
                process.waitFor();
            }
        }
    }

    private Process start(String contender, Workload workload) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + workload.heap,
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path")));
        String options = System.getProperty("benchmark.options", "");
        if (!options.isEmpty()) {
            command.addAll(1, List.of(options.replace("CONTENDER", contender).split(" ")));
        }
        command.addAll(List.of(ContenderProcess.class.getName(), contender, workload.name(), folder.toString()));
        return new ProcessBuilder(command)
                .redirectError(
                        folder.resolve(workload + "-" + contender + ".log").toFile())
                .start();
    }

    private static String ask(Process process, String order) throws IOException {
        PrintStream orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        orders.println(order);
        String answer =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (answer == null) {
            throw new IOException("the process has ended; see its log in the folder");
        }
        return answer;
    }

    static boolean isBare(String contender) {
        return contender.equals(BARE);
    }
}
