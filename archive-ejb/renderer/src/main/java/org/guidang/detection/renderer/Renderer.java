// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.renderer;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * The process. Started as {@code Renderer <kind> <file or unpacked folder> <overlays file>} in a folder of its own; then
 * answers lines on its input, {@code <page from 0> <width in pixels>}, with lines on its output: first
 * {@code pages <count>}, per request {@code page <file>} or {@code refused <reason>}. Whatever libraries print goes to
 * the error output, which nobody interprets.
 */
public final class Renderer {

    private Renderer() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        NoNetwork.enforce();
        ImageIO.setUseCache(false);
        Path file = Path.of(arguments[1]);
        List<Overlay> overlays = Overlay.read(Path.of(arguments[2]));
        try (Pages pages = open(arguments[0], file)) {
            answers.println("pages " + pages.count());
            BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = requests.readLine(); line != null; line = requests.readLine()) {
                answers.println(answer(pages, overlays, line));
            }
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            answers.println("refused unreadable");
            unreadable.printStackTrace();
        }
    }

    private static Pages open(String kind, Path file) throws IOException {
        return switch (kind) {
            case "ofd" -> new OfdPages(file);
            case "pdf" -> new PdfPages(file);
            case "image" -> new ImagePages(file);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String answer(Pages pages, List<Overlay> overlays, String line) {
        try {
            String[] wanted = line.split(" ");
            int page = Integer.parseInt(wanted[0]);
            int width = Integer.parseInt(wanted[1]);
            if (page < 0 || page >= pages.count()) {
                return "refused no-such-page";
            }
            BufferedImage image = pages.draw(page, width, overlays);
            File target = new File("page-" + page + "-" + width + ".png").getAbsoluteFile();
            ImageIO.write(image, "png", target);
            return "page " + target.getName();
        } catch (TooLargeException large) {
            return "refused too-large";
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            unreadable.printStackTrace();
            return "refused unreadable";
        }
    }
}
