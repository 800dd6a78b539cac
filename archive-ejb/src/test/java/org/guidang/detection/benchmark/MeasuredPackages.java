// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.benchmark;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageVersion;
import org.guidang.packaging.core.Layout;
import org.guidang.packaging.core.PackageBuilder;
import org.guidang.packaging.core.PackageContent;
import org.guidang.packaging.core.PackageContent.CaseData;
import org.guidang.packaging.core.PackageContent.ContentFile;
import org.guidang.packaging.core.PackageContent.Material;
import org.guidang.packaging.core.PackageSamples;
import org.guidang.seal.core.Suite;
import org.guidang.shared.Fixity;
import org.guidang.shared.core.FixityMeter;

/** Makes the packages that are measured: signed with SM2, time-stamped, and nothing wrong with them. */
final class MeasuredPackages {

    private static final int FILES = 10;
    private static final int OCTETS = 5_000_000;

    final PackageSamples samples = new PackageSamples(Suite.SM2_SM3);

    /** Ten text files of half a megabyte: what the engine itself takes, for next to nothing is decoded. */
    Path plain(Path target, int number) throws IOException {
        List<ContentFile> files = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            files.add(file("办理结果/文本" + i + ".txt", text(OCTETS / FILES, number * FILES + i)));
        }
        return build(target, number, files);
    }

    /** As a case is: six scans of a page in colour, a picture, an issuing-like record in XML, a text, a table; 5 MB. */
    Path mixed(Path target, int number) throws IOException {
        List<ContentFile> files = new ArrayList<>();
        int octets = 0;
        for (int i = 0; i < 6; i++) {
            byte[] scan = scan("jpg", number * FILES + i);
            octets += scan.length;
            files.add(file("办理结果/扫描件" + i + ".jpg", scan));
        }
        byte[] picture = scan("png", number);
        octets += picture.length;
        files.add(file("办理结果/图.png", picture));
        files.add(file("办理结果/记录.xml", xml(40_000, number)));
        files.add(file("办理结果/说明.txt", text(40_000, number)));
        files.add(file("办理结果/清单.csv", text(Math.max(1, OCTETS - octets - 80_000), number)));
        return build(target, number, files);
    }

    /** Four small files, as most cases are. */
    Path small(Path target, int number) throws IOException {
        List<ContentFile> files = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            files.add(file("办理结果/文本" + i + ".txt", text(2_000, number * FILES + i)));
        }
        files.add(file("办理结果/记录.xml", xml(2_000, number)));
        return build(target, number, files);
    }

    /** One file of so many octets beside a small one; nothing of it is held in memory or written twice. */
    Path large(Path target, long octets) throws IOException {
        byte[] block = text(1 << 20, 1);
        FixityMeter meter = new FixityMeter();
        for (long left = octets; left > 0; left -= block.length) {
            meter.write(block, 0, (int) Math.min(left, block.length));
        }
        Fixity fixity = meter.fixity();
        ContentFile huge = file("办理结果/数据.txt", fixity, () -> new Repeating(block, octets));
        return build(target, 1, List.of(huge, file("办理结果/说明.txt", text(100, 2))));
    }

    private Path build(Path target, int number, List<ContentFile> files) throws IOException {
        PackageContent sample = PackageSamples.content(Map.of());
        PackageContent content = new PackageContent(
                new PackageVersion(PackageNumber.of("33000001", 2026, 1 + number), 1),
                null,
                null,
                sample.description(),
                new CaseData(
                        "某某市民政局",
                        "某某市综合窗口",
                        "30年",
                        "张某",
                        "居民身份证",
                        "11010519491231002X",
                        PackageSamples.NOW.minusSeconds(7200),
                        PackageSamples.NOW.minusSeconds(3600),
                        "准予登记",
                        null),
                sample.archivedAt(),
                1,
                List.of(new Material("结果", "办理结果", "RESULT", true)),
                sample.steps(),
                files);
        try {
            new PackageBuilder(Layout.DAT_85_2019, samples.sealer()).build(content, target);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        return target;
    }

    private static ContentFile file(String path, byte[] octets) {
        return file(path, FixityMeter.measure(octets), () -> new ByteArrayInputStream(octets));
    }

    private static ContentFile file(String path, Fixity fixity, PackageContent.Octets source) {
        return new ContentFile(
                path,
                path.substring(path.lastIndexOf('/') + 1),
                "结果",
                "RESULT",
                path.substring(path.lastIndexOf('.') + 1),
                "PLATFORM",
                PackageSamples.NOW.minusSeconds(3700),
                fixity,
                source);
    }

    private static byte[] text(int octets, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] text = new byte[octets];
        for (int i = 0; i < octets; i++) {
            text[i] = (byte) (i % 80 == 79 ? '\n' : 'a' + random.nextInt(26));
        }
        return text;
    }

    private static byte[] xml(int octets, int seed) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<notice>\n");
        while (xml.length() < octets) {
            xml.append("<line number=\"").append(seed).append("\">准予登记</line>\n");
        }
        return xml.append("</notice>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A page as a scanner gives it: writing on paper that is not quite white, 200 dots to the inch. */
    private static byte[] scan(String format, int seed) throws IOException {
        boolean photograph = format.equals("jpg");
        int wide = photograph ? 1654 : 800;
        int high = photograph ? 2339 : 600;
        BufferedImage page = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
        SplittableRandom random = new SplittableRandom(seed);
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                int grey = 236 + random.nextInt(photograph ? 12 : 2);
                page.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.BLACK);
        for (int line = 0; line < high / 40; line++) {
            for (int x = 150; x < wide - 150; x += 14) {
                pen.fillRect(x, line * 40 + 20, 3 + random.nextInt(8), 14);
            }
        }
        pen.dispose();
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        ImageIO.write(page, format, octets);
        byte[] file = octets.toByteArray();
        if (photograph) {
            file[13] = 1; // dots per inch, both ways
            file[14] = file[16] = 0;
            file[15] = file[17] = (byte) 200;
        }
        return file;
    }

    /** The same block again and again. */
    private static final class Repeating extends InputStream {

        private final byte[] block;
        private final long octets;
        private long at;

        Repeating(byte[] block, long octets) {
            this.block = block;
            this.octets = octets;
        }

        @Override
        public int read() {
            return at >= octets ? -1 : block[(int) (at++ % block.length)] & 0xff;
        }

        @Override
        public int read(byte[] to, int from, int most) {
            if (at >= octets) {
                return -1;
            }
            int begin = (int) (at % block.length);
            int count = (int) Math.min(Math.min(most, block.length - begin), octets - at);
            System.arraycopy(block, begin, to, from, count);
            at += count;
            return count;
        }
    }
}
