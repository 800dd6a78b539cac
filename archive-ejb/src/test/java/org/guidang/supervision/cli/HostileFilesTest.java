// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.guidang.shared.core.Corpus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile zips and polyglots examined one after the other in a heap of 64 MiB: each in time, and nothing written. */
class HostileFilesTest {

    private static final List<String> FAMILIES = List.of("06-zip-attacks", "07-polyglot");
    private static final long MOST_MILLISECONDS = 2000;
    /** System calls that make, name or remove a file; openat counts when it may write. */
    private static final String CALLS =
            "open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat";

    @TempDir
    Path folder;

    @Test
    @DisplayName("恶意压缩包与多形文件：64 MiB 堆内逐个检测，每个处理器时间不过 2 秒，不在他处写入一个字节")
    void each_hostile_file_is_examined_in_time_in_a_small_heap_and_nothing_is_written() throws Exception {
        // Deep enough that "../../.." of a bad name would still show inside the folder that is looked at.
        Path work = Files.createDirectories(folder.resolve("a/b/c/d/work"));
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path harmless = Files.writeString(folder.resolve("harmless.txt"), "text");
        List<Path> files = new ArrayList<>(List.of(harmless));
        for (String family : FAMILIES) {
            Corpus.rows(family).forEach(row -> files.add(row.file()));
        }
        assertTrue(files.size() > 25, "files: " + files.size());
        // The first of each kind pays for loading what reads its kind; that is the machine's start, not the file.
        List<Path> twice = new ArrayList<>(files);
        twice.addAll(files);
        Path calls = folder.resolve("calls.txt");
        List<String> lines = run(work, temporary, calls, twice);
        assertEquals(twice.size(), lines.size());
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] told = lines.get(i).split(" ", 4);
            boolean ended = List.of("0", "1", "2").contains(told[0]) && told[2].equals("1");
            if (!ended || i >= files.size() && Long.parseLong(told[1]) > MOST_MILLISECONDS) {
                wrong.add(lines.get(i));
            }
        }
        assertEquals(List.of(), wrong, "exit, ms, reports, file");
        Files.delete(calls);
        assertEquals(List.of("a", "a/b", "a/b/c", "a/b/c/d", "a/b/c/d/work", "harmless.txt", "temporary"), all(folder));
    }

    private List<String> run(Path work, Path temporary, Path calls, List<Path> files) throws Exception {
        boolean watched = WatchedProcess.traceable();
        List<String> command = new ArrayList<>();
        if (watched) {
            command.addAll(List.of("strace", "-f", "--seccomp-bpf", "-qq", "-s", "4096", "-e", "trace=" + CALLS));
            command.addAll(List.of("-e", "signal=none", "-o", calls.toString()));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(List.of("-cp", classPath(), HostileExamination.class.getName()));
        files.forEach(file -> command.add(file.toAbsolutePath().toString()));
        Path out = Files.createTempFile("hostile", ".out");
        Path err = Files.createTempFile("hostile", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(work.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IOException("did not end; got as far as " + Files.readAllLines(out));
            }
            assertEquals(0, process.exitValue(), Files.readString(err));
            if (watched) {
                assertEquals(List.of(), writtenElsewhere(calls, temporary));
            } else {
                Files.createFile(calls);
            }
            return Files.readAllLines(out, StandardCharsets.UTF_8);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** The working directory is another one there. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .reduce((some, more) -> some + java.io.File.pathSeparator + more)
                .orElseThrow();
    }

    private static List<String> writtenElsewhere(Path calls, Path temporary) throws IOException {
        return Files.readAllLines(calls, StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.contains("O_WRONLY")
                        || line.contains("O_RDWR")
                        || line.contains("O_CREAT")
                        || !line.matches("\\d+ +open(at)?\\(.*"))
                .filter(line -> !line.contains("\"" + temporary + "/"))
                .filter(line -> !line.contains("ENOENT") && !line.contains("+++") && !line.contains("resumed>"))
                .filter(line -> !line.contains("\"/dev/") && !line.contains("\"/proc/self/"))
                .toList();
    }

    private static List<String> all(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.skip(1)
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
