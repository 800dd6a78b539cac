// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.Phase;
import org.guidang.detection.Profile;
import org.guidang.detection.core.Facts;
import org.guidang.detection.core.PackageDetection;
import org.guidang.detection.core.virus.Clamd;
import org.guidang.detection.core.virus.VirusScanner;
import org.guidang.detection.xml.ProfileReader;
import org.guidang.packaging.core.PackageSamples;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Actor;
import org.guidang.shared.Level;

/**
 * Measures detection and prints the tables of docs/benchmarks.md, each workload in a process of its own with {@code -Xmx512m}.
 *
 * <p>Arguments: a folder (some 5 GB), how many times, workloads of PLAIN, MIXED, FLAT, LARGE, SCANNER.
 */
public final class DetectionBenchmark {

    private static final Profile PROFILE = ProfileReader.shipped("DAT70-2018");
    private static final PackageDetection.About ABOUT =
            new PackageDetection.About("33000001-2026-000001", 1, new Actor("t", "测试", "33000001", Set.of()));
    private static final int VARIETIES = 8;
    /** Until then the compiler of the virtual machine takes a tenth of the time; a server is past that within minutes. */
    private static final int WARM_UP = Integer.getInteger("benchmark.warm.up", 400);

    private final PackageDetection detection =
            new PackageDetection(Clock.fixed(PackageSamples.NOW.plusSeconds(60), ZoneOffset.UTC));
    private final MeasuredPackages packages = new MeasuredPackages();
    /** Made once, as the product reads it: issuing the revocation list anew each time would be measured with it. */
    private final Trust trust = packages.samples.trust();

    private final Path folder;
    private final int times;

    private DetectionBenchmark(Path folder, int times) {
        this.folder = folder;
        this.times = times;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        if (!Boolean.getBoolean("benchmark.child")) {
            System.out.printf("### Detection%n%nLoad before: %.1f.%n%n", load());
            for (int i = 2; i < args.length; i++) {
                child(args[0], args[1], args[i]);
            }
            System.out.printf("Load after: %.1f.%n", load());
            return;
        }
        DetectionBenchmark benchmark = new DetectionBenchmark(folder, Integer.parseInt(args[1]));
        switch (args[2]) {
            case "PLAIN", "MIXED" -> benchmark.single(args[2], VirusScanner.absent());
            case "SCANNER" -> benchmark.single("MIXED", Clamd.get().scanner());
            case "FLAT" -> benchmark.flat();
            case "LARGE" -> benchmark.large();
            default -> throw new IllegalArgumentException(args[2]);
        }
        System.exit(0);
    }

    private static void child(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Dbenchmark.child=true"));
        String options = System.getProperty("benchmark.options", "");
        if (!options.isEmpty()) {
            command.addAll(List.of(options.split(" ")));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DetectionBenchmark.class.getName()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int exit = process.waitFor();
        if (exit != 0) {
            System.out.println("| " + words[2] + " | ended with " + exit + " |");
        }
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private DetectionReport run(Path zip, VirusScanner scanner) throws IOException {
        Facts facts = Facts.of(PackageSamples.NOW.plusSeconds(60), trust, scanner);
        return detection.run(zip, null, ABOUT, Phase.ARCHIVING, PROFILE, facts);
    }

    /** One package after the other, the bare program and the product by turns. */
    private void single(String kind, VirusScanner scanner) throws Exception {
        List<Path> zips = new ArrayList<>();
        for (int i = 0; i < VARIETIES; i++) {
            Path zip = folder.resolve(kind + i + ".zip");
            Files.deleteIfExists(zip);
            zips.add(kind.equals("PLAIN") ? packages.plain(zip, i) : packages.mixed(zip, i));
        }
        var signer = packages.samples.key().certificate();
        for (int i = 0; i < WARM_UP; i++) {
            BareVerification.verify(zips.get(i % VARIETIES), signer);
            sound(run(zips.get(i % VARIETIES), scanner));
        }
        Times bare = new Times();
        Times ours = new Times();
        for (int i = 0; i < times; i++) {
            Path zip = zips.get(i % VARIETIES);
            bare.measure(() -> BareVerification.verify(zip, signer));
            ours.measure(() -> run(zip, scanner));
        }
        System.out.printf(
                "| %s%s | %.0f / %.0f / %.1f ms | %.0f / %.0f / %.1f ms | %.2f | %.2f |%n",
                kind,
                scanner.engine().isPresent() ? " with clamd" : "",
                bare.percentile(50),
                bare.percentile(95),
                bare.processor(),
                ours.percentile(50),
                ours.percentile(95),
                ours.processor(),
                ours.percentile(50) / bare.percentile(50),
                ours.processor() / bare.processor());
        if (Boolean.getBoolean("benchmark.items")) {
            run(zips.get(0), scanner)
                    .items()
                    .forEach(item -> System.out.println(item.code() + " " + item.micros() + " µs " + item.name()));
        }
    }

    /** A package that fails would be measured for what it is not. */
    private static void sound(DetectionReport report) {
        report.items().stream()
                .filter(item -> item.level() == Level.MUST)
                .filter(item -> item.outcome() == org.guidang.shared.Outcome.FAILED)
                .findFirst()
                .ifPresent(item -> {
                    throw new IllegalStateException(item.code() + " " + item.findings());
                });
    }

    /** Many small packages in a row: heap after collection and resident set, after each tenth. */
    private void flat() throws IOException {
        int all = Integer.getInteger("benchmark.packages", 10_000);
        List<Path> zips = new ArrayList<>();
        for (int i = 0; i < VARIETIES; i++) {
            Path zip = folder.resolve("small" + i + ".zip");
            Files.deleteIfExists(zip);
            zips.add(packages.small(zip, i));
        }
        System.out.println("| packages | heap after collection, MiB | resident, MiB | threads | open files |");
        System.out.println("|---|---|---|---|---|");
        for (int i = 1; i <= all; i++) {
            sound(run(zips.get(i % VARIETIES), VirusScanner.absent()));
            if (i % (all / 10) == 0) {
                System.gc();
                long heap =
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
                System.out.printf(
                        "| %,d | %d | %d | %d | %d |%n",
                        i,
                        heap,
                        status("VmRSS") / 1024,
                        status("Threads"),
                        Path.of("/proc/self/fd").toFile().list().length);
            }
        }
    }

    /** 4 GiB in one file. */
    private void large() throws Exception {
        Path zip = folder.resolve("large.zip");
        Files.deleteIfExists(zip);
        packages.large(zip, Long.getLong("benchmark.octets", 4L << 30));
        Times bare = new Times();
        Times ours = new Times();
        bare.measure(() -> BareVerification.verify(zip, packages.samples.key().certificate()));
        ours.measure(() -> sound(run(zip, VirusScanner.absent())));
        System.out.printf(
                "| LARGE, %.1f GiB | %.0f s | %.0f s | %.2f | %.2f | VmHWM %d MiB |%n",
                Files.size(zip) / 1073741824.0,
                bare.percentile(50) / 1000,
                ours.percentile(50) / 1000,
                ours.percentile(50) / bare.percentile(50),
                ours.processor() / bare.processor(),
                status("VmHWM") / 1024);
        Files.delete(zip);
    }

    /** A number of /proc/self/status; KiB where it is a size. */
    private static long status(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    /** Wall-clock and processor time of the same work, again and again. */
    private static final class Times {

        private interface Work {
            void run() throws Exception;
        }

        private final List<Long> wall = new ArrayList<>();
        private final List<Long> processor = new ArrayList<>();

        void measure(Work work) throws Exception {
            long cpu = processorNanos();
            long begun = System.nanoTime();
            work.run();
            wall.add(System.nanoTime() - begun);
            processor.add(processorNanos() - cpu);
        }

        /** Of all threads of this process. */
        private static long processorNanos() {
            return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                    .getProcessCpuTime();
        }

        double percentile(int part) {
            List<Long> sorted = wall.stream().sorted().toList();
            return sorted.get(Math.min(sorted.size() - 1, sorted.size() * part / 100)) / 1e6;
        }

        /** Mean, in milliseconds: systems count the time of a process in steps as long as half of the work. */
        double processor() {
            return processor.stream().mapToLong(Long::longValue).average().orElseThrow() / 1e6;
        }
    }
}
