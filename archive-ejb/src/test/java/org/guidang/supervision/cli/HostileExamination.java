// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/**
 * A virtual machine of its own that runs {@code archivectl examine} on one file after the other and tells for each, on a
 * line: exit code, milliseconds of processor time of all its threads, number of reports, file.
 */
public final class HostileExamination {

    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private HostileExamination() {}

    public static void main(String[] files) {
        for (String file : files) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            PrintStream out = new PrintStream(said, false, StandardCharsets.UTF_8);
            long before = MACHINE.getProcessCpuTime();
            int code = new Archivectl(out, out, Clock.systemUTC()).run(List.of("examine", "--json", file));
            long took = (MACHINE.getProcessCpuTime() - before) / 1_000_000;
            out.flush();
            long reports = said.toString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("{"))
                    .count();
            System.out.println(code + " " + took + " " + reports + " " + file);
        }
    }
}
