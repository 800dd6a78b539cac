// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The process of one contender. Does one round for each line it reads ({@code build} or {@code verify}) and answers with
 * the nanoseconds and the processor nanoseconds it took; {@code memory} answers with the highest resident set so far,
 * in KiB.
 */
public final class ContenderProcess {

    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private interface Step {
        void on(int number) throws Exception;
    }

    private final Contender contender;
    private final List<CaseFiles> cases;
    private final Path output;
    private final ExecutorService threads;
    private final int workers;

    private ContenderProcess(Contender contender, List<CaseFiles> cases, Path output, int workers) {
        this.contender = contender;
        this.cases = cases;
        this.output = output;
        this.workers = workers;
        this.threads = Executors.newFixedThreadPool(workers);
    }

    /** Arguments: contender, workload, folder. */
    public static void main(String[] args) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err); // what the libraries of others have to say
        Workload workload = Workload.valueOf(args[1]);
        Path folder = Path.of(args[2]);
        ContenderProcess process = new ContenderProcess(
                Contender.named(args[0]),
                workload.read(folder.resolve("input"), workload.casesFor(args[0])),
                folder.resolve("output").resolve(workload + "-" + args[0]),
                workload.threads);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            answers.println(process.obey(order));
            answers.flush();
        }
        process.threads.shutdown();
        remove(process.output);
    }

    private String obey(String order) throws Exception {
        switch (order) {
            case "build" -> {
                remove(output);
                Files.createDirectories(output);
                return round(i -> contender.build(cases.get(i), target(i)));
            }
            case "verify" -> {
                return round(i -> contender.verify(target(i)));
            }
            case "memory" -> {
                return String.valueOf(highestResident());
            }
            default -> throw new IllegalArgumentException(order);
        }
    }

    private Path target(int number) {
        return output.resolve(number + ".package");
    }

    private String round(Step step) throws Exception {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        long worked = MACHINE.getProcessCpuTime();
        long begin = System.nanoTime();
        for (int i = 0; i < workers; i++) {
            running.add(threads.submit(() -> {
                for (int number = next.getAndIncrement(); number < cases.size(); number = next.getAndIncrement()) {
                    step.on(number);
                }
                return null;
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
        return (System.nanoTime() - begin) + " " + (MACHINE.getProcessCpuTime() - worked);
    }

    private static long highestResident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
