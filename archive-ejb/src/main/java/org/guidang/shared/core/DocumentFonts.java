// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.core;

import com.itextpdf.io.font.FontProgram;
import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.font.PdfFontFactory;
import com.itextpdf.kernel.font.PdfFontFactory.EmbeddingStrategy;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The fonts of one PDF document, embedded as subsets. A character that no font has is printed as its code, like
 * {@code U+20BB7}, and told in {@link #missing()}, so that an administrator can add a font; never as an empty box.
 * Control characters and marks of direction are printed as their codes too, so that nothing on paper is invisible.
 */
public final class DocumentFonts {

    private final PrintFonts fonts;
    private final Map<FontProgram, PdfFont> embedded = new IdentityHashMap<>();
    private final SortedSet<Integer> missing = new TreeSet<>();

    DocumentFonts(PrintFonts fonts) {
        this.fonts = fonts;
    }

    /** The font most of the text is set in; also the font to set on the document. */
    public PdfFont body() {
        return embed(fonts.bodyFont());
    }

    public Paragraph paragraph(String text) {
        return append(new Paragraph(), text);
    }

    /** Adds the text in as many runs as it needs fonts. Line breaks in the text are line breaks on paper. */
    public Paragraph append(Paragraph paragraph, String text) {
        texts(text).forEach(paragraph::add);
        return paragraph;
    }

    /** The text in runs of one font each. */
    public List<Text> texts(String text) {
        List<Text> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        FontProgram current = fonts.bodyFont();
        for (int codePoint : text.codePoints().toArray()) {
            Optional<FontProgram> having = codePoint == '\n'
                    ? Optional.of(current)
                    : isInvisible(codePoint) ? Optional.empty() : fonts.having(codePoint);
            FontProgram font = having.orElseGet(fonts::bodyFont);
            if (font != current) {
                close(run, current, runs);
                current = font;
            }
            if (having.isPresent()) {
                run.appendCodePoint(codePoint);
            } else {
                missing.add(codePoint);
                run.append("U+%04X".formatted(codePoint));
            }
        }
        close(run, current, runs);
        return runs;
    }

    /** Characters printed as codes so far, without those that have no picture by nature. */
    public SortedSet<Integer> missing() {
        SortedSet<Integer> drawable = new TreeSet<>(missing);
        drawable.removeIf(DocumentFonts::isInvisible);
        return Collections.unmodifiableSortedSet(drawable);
    }

    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.UNASSIGNED;
    }

    private void close(StringBuilder run, FontProgram font, List<Text> runs) {
        if (!run.isEmpty()) {
            runs.add(new Text(run.toString()).setFont(embed(font)));
            run.setLength(0);
        }
    }

    private PdfFont embed(FontProgram font) {
        return embedded.computeIfAbsent(
                font,
                program ->
                        PdfFontFactory.createFont(program, PdfEncodings.IDENTITY_H, EmbeddingStrategy.FORCE_EMBEDDED));
    }
}
