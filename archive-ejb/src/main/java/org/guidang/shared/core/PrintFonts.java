// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.core;

import com.itextpdf.io.font.FontProgram;
import com.itextpdf.io.font.FontProgramDescriptorFactory;
import com.itextpdf.io.font.FontProgramFactory;
import com.itextpdf.io.font.TrueTypeCollection;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fonts of everything we print. First the body font (Noto Sans SC, the 6763 hanzi of GB/T 2312, carried along), then
 * the site's own: what {@value #PROPERTY} names (files or folders, separated like a class path), then the usual places
 * of Debian's fonts-noto-cjk and fonts-hanazono. Later fonts are opened only when a character is asked for that the earlier ones lack.
 *
 * <p>One instance serves all documents; {@link #forDocument()} gives what belongs to one.
 */
public final class PrintFonts {

    /** System property naming further fonts, for rare characters of GB 18030-2022. */
    public static final String PROPERTY = "guidang.fonts";

    private static final String BODY = "/org/guidang/shared/fonts/NotoSansSC-gb2312.ttf";
    private static final List<Path> USUAL = List.of(
            Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
            Path.of("/usr/share/fonts/truetype/hanazono/HanaMinA.ttf"),
            Path.of("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"));

    private final List<Path> further;
    private final List<FontProgram> opened = new ArrayList<>();
    private int next;

    private PrintFonts(List<Path> further) {
        this.further = List.copyOf(further);
        opened.add(body());
    }

    /** The body font and these, in this order; what cannot be read or may not be embedded is passed over. */
    public static PrintFonts with(List<Path> further) {
        return new PrintFonts(further.stream().flatMap(PrintFonts::filesOf).toList());
    }

    /** As {@link #PROPERTY} and the usual places say. */
    public static PrintFonts ofThisSystem() {
        List<Path> places = new ArrayList<>();
        Arrays.stream(System.getProperty(PROPERTY, "").split(File.pathSeparator))
                .filter(place -> !place.isBlank())
                .map(Path::of)
                .forEach(places::add);
        places.addAll(USUAL);
        return with(places);
    }

    public DocumentFonts forDocument() {
        return new DocumentFonts(this);
    }

    /** The first font that has a picture of the character. */
    Optional<FontProgram> having(int codePoint) {
        for (int i = 0; ; i++) {
            Optional<FontProgram> font = font(i);
            if (font.isEmpty() || hasPicture(font.get(), codePoint)) {
                return font;
            }
        }
    }

    FontProgram bodyFont() {
        return opened.get(0);
    }

    private synchronized Optional<FontProgram> font(int index) {
        while (index >= opened.size() && next < further.size()) {
            open(further.get(next++)).ifPresent(opened::add);
        }
        return index < opened.size() ? Optional.of(opened.get(index)) : Optional.empty();
    }

    private static boolean hasPicture(FontProgram font, int codePoint) {
        var glyph = font.getGlyph(codePoint);
        return glyph != null && glyph.getCode() > 0;
    }

    private static Optional<FontProgram> open(Path file) {
        try {
            FontProgram font = isCollection(file)
                    ? FontProgramFactory.createFont(file.toString(), simplifiedIn(file), false)
                    : FontProgramFactory.createFont(file.toString());
            return font.getFontNames().allowEmbedding() ? Optional.of(font) : Optional.empty();
        } catch (IOException | com.itextpdf.io.exceptions.IOException unreadable) {
            return Optional.empty();
        }
    }

    /** The member of a font collection with the forms of simplified Chinese; the first when none says so. */
    private static int simplifiedIn(Path collection) throws IOException {
        int members = new TrueTypeCollection(collection.toString()).getTTCSize();
        for (int i = 0; i < members; i++) {
            // The descriptor reads names only; opening a member would read tens of megabytes of outlines.
            String name = FontProgramDescriptorFactory.fetchDescriptor(collection + "," + i)
                    .getFontName();
            if (name.contains("SC-") || name.endsWith("SC")) {
                return i;
            }
        }
        return 0;
    }

    private static Stream<Path> filesOf(Path place) {
        if (!Files.isDirectory(place)) {
            return Files.isReadable(place) ? Stream.of(place) : Stream.empty();
        }
        try (Stream<Path> entries = Files.list(place)) {
            return entries.filter(PrintFonts::isFont).sorted().toList().stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    private static boolean isFont(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".ttf") || name.endsWith(".otf") || name.endsWith(".ttc");
    }

    private static boolean isCollection(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".ttc");
    }

    /** The body font as a file; the caller closes it. */
    public static InputStream bodyOctets() {
        return PrintFonts.class.getResourceAsStream(BODY);
    }

    private static FontProgram body() {
        try (InputStream font = bodyOctets()) {
            return FontProgramFactory.createFont(font.readAllBytes(), false);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
