// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.canvas.parser.PdfTextExtractor;
import com.itextpdf.kernel.pdf.canvas.parser.listener.SimpleTextExtractionStrategy;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.guidang.shared.core.FixityMeter;
import org.guidang.shared.core.PrintFonts;
import org.guidang.transfer.A1Row;
import org.guidang.transfer.Party;
import org.guidang.transfer.Signed;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Table A.1 as it comes out of the printer, drawn by poppler: a list of 60 rows against the pictures kept beside this
 * test. {@code -Dguidang.pictures=DIR} writes new ones into a folder; look at them before they are kept.
 */
class A1PictureTest {

    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
    private static final byte[] TEXT = "政务服务电子档案移交清单\t…\n".getBytes(StandardCharsets.UTF_8);
    private static final int ROWS = 60;
    private static final int KEPT_DPI = 60;
    /** Of all dots (ux.md 3.2.7), where one that is darker or lighter by a quarter counts as other. */
    private static final double MOST_OTHER = 0.005;

    private static final int OTHER = 64;
    private static final int INK = 160;

    @TempDir
    static Path folder;

    private static Path paper;

    @BeforeAll
    static void print() throws Exception {
        boolean here;
        try {
            here = new ProcessBuilder("pdftoppm", "-v")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            here = false;
        }
        if (!here) {
            System.err.println("!!! SKIPPED: pdftoppm is not here; the printed list was not looked at");
        }
        Assumptions.assumeTrue(here, "pdftoppm is not here");
        paper = folder.resolve("a1.pdf");
        try (OutputStream out = Files.newOutputStream(paper)) {
            new TransferListPdf(PrintFonts.with(List.of())).write(list(), NOW, out);
        }
    }

    @Test
    @DisplayName("附录 A 表 A.1 像素比对：60 行的清单与存图相差不超过 0.5%")
    void the_pages_look_as_the_pictures_that_are_kept() throws Exception {
        List<BufferedImage> pages = drawn(KEPT_DPI);
        String target = System.getProperty("guidang.pictures");
        for (int i = 0; i < pages.size(); i++) {
            String name = "a1-page-%d.png".formatted(i + 1);
            if (target != null) {
                ImageIO.write(pages.get(i), "png", Path.of(target, name).toFile());
                continue;
            }
            BufferedImage kept = ImageIO.read(A1PictureTest.class.getResource(name));
            double other = different(kept, pages.get(i));
            assertTrue(other <= MOST_OTHER, "page %d differs in %.2f %%".formatted(i + 1, other * 100));
        }
        assertEquals(5, pages.size());
    }

    @Test
    void the_comparison_notices_one_row_more_or_less() throws Exception {
        List<BufferedImage> pages = drawn(KEPT_DPI);
        assertTrue(different(pages.get(0), pages.get(1)) > MOST_OTHER);
    }

    @Test
    @DisplayName("页边距依 GB/T 9704：上 37、下 35、左 28、右 26 毫米")
    void nothing_but_the_page_number_stands_in_the_margins() throws Exception {
        for (BufferedImage page : drawn(127)) { // 5 dots are a millimetre
            int[] box = ink(page, 5 * (297 - 35));
            assertTrue(box[0] >= 5 * 28 - 2, "left " + box[0] / 5.0);
            assertTrue(box[1] <= 5 * (210 - 26) + 2, "right " + box[1] / 5.0);
            assertTrue(box[2] >= 5 * 37 - 2, "top " + box[2] / 5.0);
        }
    }

    @Test
    @DisplayName("跨页：每页有表头和“第 x 页共 y 页”，每行整行在一页上")
    void every_row_stands_whole_on_one_page_under_the_head() throws IOException {
        List<String> pages = new ArrayList<>();
        try (PdfDocument pdf = new PdfDocument(new PdfReader(paper.toString()))) {
            for (int i = 1; i <= pdf.getNumberOfPages(); i++) {
                pages.add(PdfTextExtractor.getTextFromPage(pdf.getPage(i), new SimpleTextExtractionStrategy())
                        .replaceAll("[\\s\\u3000]", ""));
            }
        }
        String head = String.join("", PaperWords.COLUMNS);
        for (A1Row row : rows()) {
            String words = String.join("", PaperWords.cells(row)).replaceAll("\\s", "");
            List<Integer> on = IntStream.range(0, pages.size())
                    .filter(i -> pages.get(i).contains(words))
                    .boxed()
                    .toList();
            assertEquals(1, on.size(), words);
            assertTrue(pages.get(on.get(0)).contains(head), "head on page " + on);
        }
        for (int i = 0; i < pages.size(); i++) {
            String number = "WZ-2026-0012第2版第%d页共%d页".formatted(i + 1, pages.size());
            assertTrue(pages.get(i).contains(number), pages.get(i));
        }
    }

    @Test
    @DisplayName("纸面二维码读出校验点")
    void the_code_on_the_paper_is_the_checkpoint() throws Exception {
        List<BufferedImage> pages = drawn(150);
        BufferedImage last = pages.get(pages.size() - 1);
        int[] dots = last.getRGB(0, 0, last.getWidth(), last.getHeight(), null, 0, last.getWidth());
        String read = new QRCodeReader()
                .decode(
                        new BinaryBitmap(
                                new HybridBinarizer(new RGBLuminanceSource(last.getWidth(), last.getHeight(), dots))),
                        Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
        assertEquals(list().checkpoint().text(), read);
    }

    private static List<BufferedImage> drawn(int dpi) throws Exception {
        Path pages = Files.createTempDirectory(folder, "pages");
        Process process = new ProcessBuilder(
                        "pdftoppm", "-r", String.valueOf(dpi), "-gray", "-png", paper.toString(), pages + "/p")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        List<BufferedImage> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(pages)) {
            for (Path file : files.sorted().toList()) {
                all.add(ImageIO.read(file.toFile()));
            }
        }
        return all;
    }

    private static double different(BufferedImage kept, BufferedImage now) {
        assertEquals(kept.getWidth(), now.getWidth());
        assertEquals(kept.getHeight(), now.getHeight());
        long other = 0;
        for (int y = 0; y < kept.getHeight(); y++) {
            for (int x = 0; x < kept.getWidth(); x++) {
                int before = kept.getRaster().getSample(x, y, 0);
                if (Math.abs(before - now.getRaster().getSample(x, y, 0)) > OTHER) {
                    other++;
                }
            }
        }
        return other / (double) (kept.getWidth() * kept.getHeight());
    }

    /** Left, right and top of what is printed above a height, in dots. */
    private static int[] ink(BufferedImage page, int above) {
        int[] box = {page.getWidth(), 0, page.getHeight()};
        for (int y = 0; y < above; y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                if (page.getRaster().getSample(x, y, 0) < INK) {
                    box[0] = Math.min(box[0], x);
                    box[1] = Math.max(box[1], x);
                    box[2] = Math.min(box[2], y);
                }
            }
        }
        return box;
    }

    private static List<A1Row> rows() {
        return IntStream.rangeClosed(1, ROWS)
                .mapToObj(i -> new A1Row(
                        i,
                        "WZ-2026-0012-%02d".formatted(i),
                        "婚姻登记及补发证件办理第" + i + "号",
                        i % 2 == 0 ? "行政权力事项" : "公共服务事项",
                        100 + i,
                        "归档检测合格；接收检测合格",
                        i % 7 == 0 ? "含复印件" : ""))
                .toList();
    }

    private static PrintedList list() {
        return new PrintedList(
                "WZ-2026-0012",
                2,
                "",
                "WZ",
                "市政务服务中心综合受理窗口",
                "MZ",
                "市民政局",
                rows(),
                List.of(),
                TEXT,
                FixityMeter.measure(TEXT),
                ListCheckpoint.of("WZ-2026-0012", 2, FixityMeter.measure(TEXT).sm3(), List.of()),
                List.of(signature(Party.WINDOW, "李静"), signature(Party.AGENCY, "张伟")),
                true);
    }

    private static Signed signature(Party party, String name) {
        return new Signed(party, name, name, "O", "单位", "CN=" + name, 2, "", "MAA=", "MAA=", NOW);
    }
}
