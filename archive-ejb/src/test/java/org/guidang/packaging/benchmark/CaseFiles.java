// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.guidang.shared.Fixity;
import org.guidang.shared.core.FixityMeter;

/** The files of one case on disk, with the fixity recorded when they came in. */
record CaseFiles(int number, Path folder, List<CaseFile> files) {

    private static final String RECORDED = "fixity";

    record CaseFile(String name, Path path, Fixity fixity) {}

    long octets() {
        return files.stream().mapToLong(file -> file.fixity().octets()).sum();
    }

    /** Writes a case of random octets, the same for the same number, unless it is there already. */
    static void generate(Path folder, int number, int files, long octetsEach) throws IOException {
        Path recorded = folder.resolve(RECORDED);
        if (Files.exists(recorded)) {
            return;
        }
        Files.createDirectories(folder);
        SplittableRandom random = new SplittableRandom(number);
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= files; i++) {
            lines.add(write(folder.resolve("file" + i + ".pdf"), random, octetsEach));
        }
        byte[] xml = ("<description title=\"电子出证记录\"><ProjectId>" + number + "</ProjectId>"
                        + "<Opinion>同意</Opinion>".repeat(60) + "</description>")
                .getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("record.xml"), xml);
        lines.add(line("record.xml", FixityMeter.measure(xml)));
        Files.write(recorded, lines);
    }

    private static String write(Path file, SplittableRandom random, long octets) throws IOException {
        FixityMeter meter = new FixityMeter();
        byte[] buffer = new byte[(int) Math.min(octets, 1 << 20)];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long left = octets; left > 0; left -= buffer.length) {
                random.nextBytes(buffer);
                int count = (int) Math.min(left, buffer.length);
                out.write(buffer, 0, count);
                meter.write(buffer, 0, count);
            }
        }
        return line(file.getFileName().toString(), meter.fixity());
    }

    private static String line(String name, Fixity fixity) {
        return String.join(" ", name, String.valueOf(fixity.octets()), fixity.sm3(), fixity.sha256());
    }

    static CaseFiles read(Path folder, int number) throws IOException {
        List<CaseFile> files = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(RECORDED))) {
            String[] part = line.split(" ");
            files.add(new CaseFile(
                    part[0], folder.resolve(part[0]), new Fixity(Long.parseLong(part[1]), part[2], part[3])));
        }
        return new CaseFiles(number, folder, List.copyOf(files));
    }
}
