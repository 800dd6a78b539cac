// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.preview;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.guidang.detection.core.FormatDetector;
import org.guidang.detection.core.SealInformation;
import org.guidang.detection.core.SealsOfFile;
import org.guidang.detection.core.ofd.OfdUnpacking;
import org.guidang.detection.core.preview.NoPreviewException.Why;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;

/**
 * Draws pages: examines the file, lays out what its reader needs, starts a process for it and keeps the pictures. A process
 * serves one file only, so that what one file does to its reader cannot reach another; a few live at a time and end when
 * they are not asked for a minute.
 */
public final class Previewer implements AutoCloseable {

    /** Octets of the largest file that is drawn. */
    public static final long LARGEST = 128L << 20;

    /** Widths a page is drawn at, in pixels: to fit, to read, to look closely. */
    public static final List<Integer> WIDTHS = List.of(900, 1400, 2000);

    private static final Set<String> RASTER = Set.of("jpeg", "png", "gif", "tiff", "bmp");
    private static final long CACHE = 512L << 20;
    private static final int MOST_AT_ONCE = 3;

    private final RendererSettings settings;
    private final Path rooms;
    private final PictureCache pictures;
    private final FormatDetector formats = new FormatDetector();
    private final RendererRooms processes = new RendererRooms(MOST_AT_ONCE);

    /** @param work a folder of ours: pictures are kept in it, and rooms of processes come and go */
    public Previewer(RendererSettings settings, Path work) throws IOException {
        this.settings = settings;
        this.rooms = work.resolve("rooms");
        this.pictures = new PictureCache(work.resolve("pictures"), CACHE);
        if (Files.exists(rooms)) {
            RendererProcess.remove(rooms);
        }
        Files.createDirectories(rooms);
    }

    /** What there is to see; never throws for what the file holds. */
    public Preview look(Path file, String name, Trust trust, Instant at) throws IOException {
        SealsOfFile examined = SealsOfFile.examine(file, name, trust, at);
        String format = formats.detect(file, name).format().id();
        try {
            return new Preview(
                    format,
                    asked(file, format, examined, RendererProcess::pages),
                    null,
                    examined.seals(),
                    examined.findings());
        } catch (NoPreviewException none) {
            return new Preview(format, 0, none.why(), examined.seals(), examined.findings());
        }
    }

    /**
     * The picture of a page, PNG.
     *
     * @param page from 1
     * @param width one of {@link #WIDTHS}; another is taken as the first
     */
    public byte[] page(Path file, String name, Trust trust, Instant at, int page, int width)
            throws IOException, NoPreviewException {
        SealsOfFile examined = SealsOfFile.examine(file, name, trust, at);
        String format = formats.detect(file, name).format().id();
        int across = WIDTHS.contains(width) ? width : WIDTHS.get(0);
        String key = key(file, examined, page + "@" + across);
        var kept = pictures.get(key);
        if (kept.isPresent()) {
            return kept.get();
        }
        return asked(file, format, examined, drawer -> {
            Path picture = drawer.draw(page - 1, across);
            byte[] octets = Files.readAllBytes(picture);
            pictures.put(key, picture);
            Files.deleteIfExists(picture);
            return octets;
        });
    }

    private <T> T asked(Path file, String format, SealsOfFile examined, RendererRooms.Asking<T> asking)
            throws IOException, NoPreviewException {
        String kind = kind(file, format, examined);
        return processes.in(key(file, examined, kind), () -> start(file, kind, examined), asking);
    }

    private String kind(Path file, String format, SealsOfFile examined) throws IOException, NoPreviewException {
        if (!format.equals("ofd") && !format.equals("pdf") && !RASTER.contains(format)) {
            throw new NoPreviewException(Why.FORMAT);
        }
        if (!settings.installed()) {
            throw new NoPreviewException(Why.NOT_INSTALLED);
        }
        if (Files.size(file) > LARGEST) {
            throw new NoPreviewException(Why.TOO_LARGE);
        }
        // A location that leads outside would make the reader of OFD open files of the server.
        if (format.equals("ofd") && examined.findings().stream().anyMatch(Previewer::isDangerous)) {
            throw new NoPreviewException(Why.DANGEROUS);
        }
        return RASTER.contains(format) ? "image" : format;
    }

    private static boolean isDangerous(Finding finding) {
        boolean declaresEntities = finding.code().equals("ofd.xml.doctype");
        return declaresEntities
                || finding.property() == Characteristic.SECURITY
                        && finding.level() == Level.MUST
                        && finding.outcome() == Outcome.FAILED;
    }

    private RendererProcess start(Path file, String kind, SealsOfFile examined) throws IOException, NoPreviewException {
        Path room = Files.createTempDirectory(rooms, "room");
        try {
            Path subject = room.resolve("subject");
            if (kind.equals("ofd")) {
                Files.createDirectories(subject);
                if (!OfdUnpacking.unpack(file, subject)) {
                    throw new NoPreviewException(Why.TOO_LARGE);
                }
            } else {
                Files.copy(file, subject, StandardCopyOption.REPLACE_EXISTING);
            }
            Path overlays = overlays(kind, examined.seals(), room);
            return new RendererProcess(settings, kind, subject, overlays, room);
        } catch (IOException | RuntimeException | NoPreviewException none) {
            RendererProcess.remove(room);
            throw none;
        }
    }

    /** The seals as the process draws them: picture files of verified ones, places of all. */
    private static Path overlays(String kind, List<SealInformation> seals, Path room) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < seals.size(); i++) {
            SealInformation seal = seals.get(i);
            String standing = switch (seal.outcome()) {
                case PASSED -> "VALID";
                case FAILED -> "INVALID";
                default -> "UNKNOWN";
            };
            String picture = "-";
            if (seal.picture().length > 0) {
                Path file = room.resolve("seal-" + i);
                Files.write(file, seal.picture());
                picture = file.toString();
            }
            List<SealInformation.Stamp> places =
                    kind.equals("pdf") ? List.of(new SealInformation.Stamp(seal.id(), 0, 0, 0, 0)) : seal.stamps();
            for (SealInformation.Stamp place : places) {
                String page = place.page().replaceAll("[\\t\\r\\n]", " ");
                lines.append(page).append('\t').append(standing);
                for (double each : new double[] {place.x(), place.y(), place.width(), place.height()}) {
                    lines.append('\t').append(each);
                }
                lines.append('\t').append(picture).append('\n');
            }
        }
        return Files.writeString(room.resolve("overlays"), lines);
    }

    /** Ends the processes nobody has asked for a minute; before each start as well. */
    public void endIdle() {
        processes.endIdle();
    }

    @Override
    public void close() {
        processes.close();
    }

    /** The octets, the verdict on the seals, and what is wanted of them. */
    private static String key(Path file, SealsOfFile examined, String wanted) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream octets = Files.newInputStream(file)) {
                byte[] buffer = new byte[64 * 1024];
                for (int read = octets.read(buffer); read >= 0; read = octets.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            }
            for (SealInformation seal : examined.seals()) {
                digest.update((seal.id() + " " + seal.outcome() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            digest.update(wanted.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
