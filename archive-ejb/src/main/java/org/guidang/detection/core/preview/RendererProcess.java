// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.preview;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guidang.detection.core.preview.NoPreviewException.Why;

/**
 * One process that draws the pages of one file, and the folder that belongs to it. It is ended when it takes too long or says
 * anything but what was asked; whatever it left in its folder goes with it. Not for two threads at once.
 */
final class RendererProcess implements AutoCloseable {

    private static final String GONE = "";
    private static final int LONGEST_LINE = 200;
    private static final int MOST_SAID = 4096;
    private static final long LARGEST_PICTURE = 64L << 20;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Pattern ANSWER = Pattern.compile("(pages|page|refused) .*");
    private static final Pattern COUNT = Pattern.compile("pages (\\d{1,6})");
    private static final Pattern DRAWN = Pattern.compile("page (page-\\d{1,6}-\\d{1,5}\\.png)");

    private final Path folder;
    private final Duration limit;
    private final Process process;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final int pages;

    /**
     * Starts the process and waits until it has opened the file.
     *
     * @param folder its own; removed by {@link #close}, and before an exception leaves here
     */
    RendererProcess(RendererSettings settings, String kind, Path file, Path overlays, Path folder)
            throws NoPreviewException, IOException {
        this.folder = folder;
        this.limit = settings.limit();
        Files.write(folder.resolve("hosts"), new byte[0]);
        ProcessBuilder start = new ProcessBuilder(settings.command(kind, file, overlays, folder));
        start.directory(folder.toFile());
        // Passwords of the server are in its environment.
        start.environment().clear();
        process = start.start();
        listen(process.getInputStream(), true);
        listen(process.getErrorStream(), false);
        try {
            Matcher count = COUNT.matcher(answer());
            if (!count.matches()) {
                throw new NoPreviewException(Why.UNREADABLE);
            }
            pages = Integer.parseInt(count.group(1));
        } catch (NoPreviewException none) {
            close();
            throw none;
        }
    }

    int pages() {
        return pages;
    }

    boolean alive() {
        return process.isAlive();
    }

    /** The picture of a page, in the folder of the process: to be taken away at once. */
    Path draw(int page, int width) throws NoPreviewException {
        try {
            OutputStream requests = process.getOutputStream();
            requests.write((page + " " + width + "\n").getBytes(StandardCharsets.US_ASCII));
            requests.flush();
        } catch (IOException gone) {
            close();
            throw new NoPreviewException(Why.CRASHED, gone);
        }
        String answer = answer();
        Matcher drawn = DRAWN.matcher(answer);
        if (!drawn.matches()) {
            throw new NoPreviewException(
                    switch (answer) {
                        case "refused too-large" -> Why.TOO_LARGE;
                        case "refused no-such-page" -> Why.NO_SUCH_PAGE;
                        default -> Why.UNREADABLE;
                    });
        }
        Path picture = folder.resolve(drawn.group(1));
        if (!isPicture(picture)) {
            close();
            throw new NoPreviewException(Why.CRASHED);
        }
        return picture;
    }

    /** A regular file of bounded size that starts as a PNG: the process is as untrusted as what it reads. */
    private static boolean isPicture(Path file) {
        try (InputStream head = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Files.size(file) <= LARGEST_PICTURE && java.util.Arrays.equals(head.readNBytes(PNG.length), PNG);
        } catch (IOException none) {
            return false;
        }
    }

    private String answer() throws NoPreviewException {
        try {
            String answer = answers.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (answer == null) {
                close();
                throw new NoPreviewException(Why.TOO_SLOW);
            }
            // Else it is the last word of a virtual machine, which goes the same way.
            if (!ANSWER.matcher(answer).matches()) {
                close();
                throw new NoPreviewException(Why.CRASHED);
            }
            return answer;
        } catch (InterruptedException stopped) {
            close();
            Thread.currentThread().interrupt();
            throw new NoPreviewException(Why.TOO_SLOW, stopped);
        }
    }

    /** Empties a stream of the process for as long as it lives; nothing it says is kept beyond the limits. */
    private void listen(InputStream stream, boolean answering) {
        Thread listener = new Thread(
                () -> {
                    try (BufferedReader in =
                            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                        StringBuilder line = new StringBuilder();
                        for (int c = in.read(); c >= 0; c = in.read()) {
                            if (c == '\n' && answering && answers.size() < MOST_SAID) {
                                answers.add(
                                        line.isEmpty() ? "?" : line.toString().strip());
                                line.setLength(0);
                            } else if (line.length() < LONGEST_LINE) {
                                line.append((char) c);
                            }
                        }
                    } catch (IOException ended) {
                        // The end of the stream is the end of the process.
                    } finally {
                        if (answering) {
                            answers.add(GONE);
                        }
                    }
                },
                "renderer-" + process.pid());
        listener.setDaemon(true);
        listener.start();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        remove(folder);
    }

    /** Removes a folder with all in it; what resists stays for the next start of the server. */
    static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException resisting) {
            // Nothing refers to it any more.
        }
    }
}
