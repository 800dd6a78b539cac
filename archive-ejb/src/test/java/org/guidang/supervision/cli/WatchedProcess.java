// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java process of its own of which every outgoing connection is seen where it cannot be hidden: at the system call,
 * by strace, name service included. Where strace is missing or not permitted, only who is knocked at can tell.
 */
final class WatchedProcess {

    private static final String CALLS = "connect,sendto,sendmsg,sendmmsg";

    /**
     * @param exit code
     * @param lines of its standard output
     * @param calls system calls that name an internet address
     * @param watched whether system calls were seen at all
     */
    record Seen(int exit, List<String> lines, List<String> calls, boolean watched) {}

    private WatchedProcess() {}

    static boolean traceable() throws IOException {
        try {
            Process process = new ProcessBuilder("strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "true")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    /** Runs a class of this class path to its end. */
    static Seen run(Path folder, Class<?> main, List<String> words) throws Exception {
        boolean watched = traceable();
        Path calls = Files.createTempFile(folder, "calls", ".txt");
        Path out = Files.createTempFile(folder, "out", ".txt");
        List<String> command = new ArrayList<>();
        if (watched) {
            command.addAll(List.of("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=" + CALLS));
            command.addAll(List.of("-e", "signal=none", "-o", calls.toString()));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(words);
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(15, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException("did not end");
        }
        return new Seen(
                process.exitValue(),
                Files.readAllLines(out, StandardCharsets.UTF_8),
                Files.readAllLines(calls, StandardCharsets.ISO_8859_1).stream()
                        .filter(line -> line.contains("sa_family=AF_INET"))
                        .toList(),
                watched);
    }
}
