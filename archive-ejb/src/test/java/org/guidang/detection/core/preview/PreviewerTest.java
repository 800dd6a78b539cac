// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.preview;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.guidang.detection.core.preview.NoPreviewException.Why;
import org.guidang.intake.core.sample.SampleOfd;
import org.guidang.intake.core.sample.SamplePdf;
import org.guidang.intake.core.sample.SampleScan;
import org.guidang.seal.core.CertificateIssuer;
import org.guidang.seal.core.CertificateIssuer.Profile;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.Trust;
import org.guidang.seal.core.ses.DemonstrationSeal;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.Corpus;
import org.guidang.shared.core.PrintFonts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Page images come from a process of their own; what a file does there ends there. */
class PreviewerTest {

    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
    private static final List<Path> LIBRARIES =
            List.of(Path.of("renderer/target/classes"), Path.of("renderer/target/renderer"));
    private static final Path FONT = Path.of("src/main/resources/org/guidang/shared/fonts/NotoSansSC-gb2312.ttf");

    private static SigningKey agency;
    private static DemonstrationSeal seal;
    private static Trust trust;

    @TempDir
    static Path work;

    private static Previewer previewer;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() throws GeneralSecurityException, IOException {
        Instant from = NOW.minus(1, ChronoUnit.DAYS);
        Instant until = NOW.plus(900, ChronoUnit.DAYS);
        CertificateIssuer root = CertificateIssuer.root(Suite.SM2_SM3, "C=CN,CN=测试根", from, until);
        agency = root.issue("MZ", "C=CN,O=市民政局,CN=市民政局电子印章", Profile.SIGNER, from, until);
        SigningKey maker = root.issue("YW", "C=CN,O=印章制作,CN=电子印章制作", Profile.SIGNER, from, until);
        trust = new Trust(List.of(root.authority().certificate()), List.of(), List.of());
        seal = new DemonstrationSeal("33010000000001", "市民政局", maker, agency, NOW);
        previewer = new Previewer(settings(), work);
    }

    @AfterAll
    static void close() {
        previewer.close();
    }

    private static RendererSettings settings() {
        return RendererSettings.of(LIBRARIES.stream().map(Path::toAbsolutePath).toList(), FONT.toAbsolutePath());
    }

    @Test
    @DisplayName("有效印章的图像画在页面上")
    void the_picture_of_a_verified_seal_is_drawn_where_it_was_put() throws Exception {
        Path ofd = Files.write(folder.resolve("a.ofd"), ofd());
        Preview seen = previewer.look(ofd, "a.ofd", trust, NOW);
        assertEquals(1, seen.pages());
        assertNull(seen.unavailable());
        assertEquals(Outcome.PASSED, seen.seals().get(0).outcome());
        BufferedImage page = picture(previewer, ofd);
        assertEquals(900, page.getWidth());
        assertTrue(red(page) > 2000, "red pixels of the seal: " + red(page));
        assertTrue(dark(page) > 500, "black pixels of the text: " + dark(page));
    }

    @Test
    @DisplayName("验证不通过的印章不画图像，画红框叉号")
    void a_seal_that_does_not_verify_is_struck_out() throws Exception {
        byte[] altered = edited(ofd(), "Doc_0/Pages/Page_0/Content.xml", text -> text.replace("张建国", "王建国"));
        Path ofd = Files.write(folder.resolve("b.ofd"), altered);
        Preview seen = previewer.look(ofd, "b.ofd", trust, NOW);
        assertEquals(Outcome.FAILED, seen.seals().get(0).outcome());
        assertEquals(0, seen.seals().get(0).picture().length);
        BufferedImage page = picture(previewer, ofd);
        var stamp = seen.seals().get(0).stamps().get(0);
        double scale = page.getWidth() / 210.0;
        int x = (int) ((stamp.x() + stamp.width() / 2) * scale);
        int y = (int) ((stamp.y() + stamp.height() / 2) * scale);
        assertEquals(0xB42318, page.getRGB(x, y) & 0xFFFFFF, "the cross meets in the middle of the stamp");
    }

    @Test
    void a_signed_pdf_and_a_scan_are_drawn() throws Exception {
        Path pdf = Files.write(
                folder.resolve("c.pdf"),
                SamplePdf.of(PrintFonts.ofThisSystem(), "结婚登记审查处理表", List.of("张建国"), agency, NOW));
        assertTrue(dark(picture(previewer, pdf)) > 300);
        Path scan = Files.write(folder.resolve("d.jpg"), SampleScan.of(1));
        BufferedImage page = picture(previewer, scan);
        assertEquals(900, page.getWidth());
        assertEquals(Math.round(900 * 2339 / 1654.0), page.getHeight());
    }

    @Test
    @DisplayName("没有页面的文件说明原因")
    void what_has_no_pages_says_why() throws Exception {
        Path text = Files.writeString(folder.resolve("e.txt"), "只是文字");
        assertEquals(Why.FORMAT, previewer.look(text, "e.txt", trust, NOW).unavailable());
        assertEquals(Why.NO_SUCH_PAGE, refused(previewer, Files.write(folder.resolve("f.ofd"), ofd()), 2));
        Path broken = Files.write(folder.resolve("g.pdf"), "%PDF-1.7\nnothing".getBytes(StandardCharsets.US_ASCII));
        assertEquals(Why.UNREADABLE, refused(previewer, broken, 1));
        Previewer nothing =
                new Previewer(RendererSettings.of(List.of(folder.resolve("absent")), null), folder.resolve("w"));
        assertEquals(Why.NOT_INSTALLED, refused(nothing, Files.write(folder.resolve("h.ofd"), ofd()), 1));
    }

    @Test
    @DisplayName("超时和内存不足只影响这一个文件")
    void a_process_that_is_slow_or_falls_over_is_ended_and_leaves_nothing() throws Exception {
        Path ofd = Files.write(folder.resolve("i.ofd"), ofd());
        RendererSettings usual = settings();
        try (Previewer slow = new Previewer(
                new RendererSettings(usual.libraries(), usual.font(), Duration.ofMillis(1), 384),
                folder.resolve("slow"))) {
            assertEquals(Why.TOO_SLOW, refused(slow, ofd, 1));
            assertEquals(List.of(), rooms(folder.resolve("slow")));
        }
        try (Previewer tight = new Previewer(
                new RendererSettings(usual.libraries(), usual.font(), usual.limit(), 8), folder.resolve("tight"))) {
            assertEquals(Why.CRASHED, refused(tight, ofd, 1));
            assertEquals(List.of(), rooms(folder.resolve("tight")));
        }
        assertEquals(900, picture(previewer, ofd).getWidth());
    }

    @Test
    @DisplayName("引用包外文件或含外部实体的OFD不交给阅读库")
    void an_ofd_that_would_lead_its_reader_outside_is_never_handed_over() throws Exception {
        byte[] escaping = edited(
                ofd(),
                "Doc_0/Document.xml",
                text -> text.replace("Pages/Page_0/Content.xml", "../../../../etc/passwd"));
        assertEquals(Why.DANGEROUS, refused(previewer, Files.write(folder.resolve("j.ofd"), escaping), 1));
        byte[] entity = edited(
                ofd(),
                "OFD.xml",
                text -> text.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"));
        assertEquals(Why.DANGEROUS, refused(previewer, Files.write(folder.resolve("k.ofd"), entity), 1));
        Path slip = Files.write(folder.resolve("l.ofd"), added(ofd(), "../../../escaped.txt"));
        assertEquals(Why.DANGEROUS, refused(previewer, slip, 1));
        try (Stream<Path> all = Files.walk(work.getParent(), 2)) {
            assertEquals(0, all.filter(each -> each.endsWith("escaped.txt")).count());
        }
    }

    @Test
    @DisplayName("同一内容的页面图像只画一次")
    void a_page_is_drawn_once_for_the_same_octets() throws Exception {
        Path ofd = Files.write(folder.resolve("m.ofd"), ofd());
        byte[] first = previewer.page(ofd, "m.ofd", trust, NOW, 1, 900);
        try (Previewer absent = new Previewer(settings(), work)) {
            assertArrayEquals(first, absent.page(ofd, "other name.ofd", trust, NOW, 1, 900));
            assertEquals(List.of(), rooms(work));
        }
    }

    @Test
    @DisplayName("绘图进程连不出去")
    void the_process_has_no_way_out() throws Exception {
        try (Canary canary = new Canary()) {
            List<String> command = new ArrayList<>(settings().command("ofd", folder, folder, folder));
            Files.write(folder.resolve("hosts"), new byte[0]);
            int main = command.indexOf("org.guidang.detection.renderer.Renderer");
            List<String> fenced = new ArrayList<>(command.subList(0, main - 1));
            fenced.addAll(List.of("target/test-classes", Runaway.class.getName(), String.valueOf(canary.port())));
            assertEquals(List.of("held", "held", "held", "held"), said(fenced));
            assertEquals(List.of(), canary.knocks());

            List<String> free = List.of(
                    command.get(0),
                    "-cp",
                    "target/test-classes",
                    Runaway.class.getName(),
                    String.valueOf(canary.port()));
            assertEquals(List.of("out", "out"), said(free).subList(0, 2));
            assertFalse(canary.knocks().isEmpty(), "without the fence the canary would have seen it");
        }
    }

    @Test
    @DisplayName("恶意样本逐个预览：无外联、无残留，好文件照常")
    void the_hostile_corpus_reaches_nobody_and_disturbs_no_neighbour() throws Exception {
        Path good = Files.write(folder.resolve("n.ofd"), ofd());
        Path own = folder.resolve("hostile");
        int shown = 0;
        int refused = 0;
        List<String> wrong = new ArrayList<>();
        try (Canary canary = new Canary();
                Previewer hostile = new Previewer(settings(), own)) {
            for (String family : List.of("01-ofd/", "02-pdf/", "03-media/", "05-xml", "07-poly")) {
                for (Corpus.Row row : Corpus.rows(family)) {
                    if (row.verdict().equals("ACCEPT")) {
                        continue;
                    }
                    Preview seen = hostile.look(row.file(), row.path(), Trust.none(), NOW);
                    if (seen.unavailable() == null) {
                        shown++;
                        try {
                            hostile.page(row.file(), row.path(), Trust.none(), NOW, 1, 900);
                        } catch (NoPreviewException none) {
                            refused++;
                        }
                    } else {
                        refused++;
                        if (seen.unavailable() == Why.NOT_INSTALLED || seen.unavailable() == Why.BUSY) {
                            wrong.add(row.path() + " " + seen.unavailable());
                        }
                    }
                }
                assertEquals(900, picture(hostile, good).getWidth());
            }
            assertEquals(List.of(), canary.knocks());
        }
        assertEquals(List.of(), wrong);
        assertTrue(shown > 50, "drawn " + shown + ", without a picture " + refused);
        assertEquals(List.of(), rooms(own));
        System.out.println("hostile corpus: drawn " + shown + ", without a picture " + refused);
    }

    private static byte[] ofd() throws Exception {
        return SampleOfd.of("ZM001", List.of("婚姻登记证明", "张建国 李秀英"), seal, NOW);
    }

    private static BufferedImage picture(Previewer from, Path file) throws Exception {
        return ImageIO.read(
                new ByteArrayInputStream(from.page(file, file.getFileName().toString(), trust, NOW, 1, 900)));
    }

    private static Why refused(Previewer from, Path file, int page) {
        return assertThrows(
                        NoPreviewException.class,
                        () -> from.page(file, file.getFileName().toString(), trust, NOW, page, 900))
                .why();
    }

    private static long red(BufferedImage page) {
        return pixels(page, rgb -> (rgb >> 16 & 0xFF) > 150 && (rgb >> 8 & 0xFF) < 100 && (rgb & 0xFF) < 100);
    }

    private static long dark(BufferedImage page) {
        return pixels(page, rgb -> (rgb >> 16 & 0xFF) < 100 && (rgb >> 8 & 0xFF) < 100 && (rgb & 0xFF) < 100);
    }

    private static long pixels(BufferedImage page, java.util.function.IntPredicate which) {
        return java.util.Arrays.stream(page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth()))
                .filter(which)
                .count();
    }

    private static List<Path> rooms(Path work) throws IOException {
        try (Stream<Path> all = Files.list(work.resolve("rooms"))) {
            return all.toList();
        }
    }

    private static List<String> said(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.equals("held") || line.equals("out"))
                .toList();
    }

    private static byte[] edited(byte[] zip, String part, UnaryOperator<String> edit) throws IOException {
        return copied(zip, part, edit, null);
    }

    private static byte[] added(byte[] zip, String name) throws IOException {
        return copied(zip, "", text -> text, name);
    }

    private static byte[] copied(byte[] zip, String part, UnaryOperator<String> edit, String more) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] octets = in.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals(part)
                                ? edit.apply(new String(octets, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : octets);
            }
            if (more != null) {
                out.putNextEntry(new ZipEntry(more));
                out.write(1);
            }
        }
        return bytes.toByteArray();
    }
}
