// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Where and when it was measured. */
final class Machine {

    private Machine() {}

    static String describe() throws IOException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("?");
        return "%s, %s, %d processors, Java %s, Linux %s. %s%n"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        processor,
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"),
                        System.getProperty("os.version"),
                        load());
    }

    /** Runnable threads of the last minute; before the run anything much above 0 was somebody else. */
    static String load() {
        return "Load %.1f."
                .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
