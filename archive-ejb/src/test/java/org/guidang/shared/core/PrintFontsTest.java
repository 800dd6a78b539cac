// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.canvas.parser.PdfTextExtractor;
import com.itextpdf.layout.Document;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PrintFontsTest {

    private SortedSet<Integer> missing;

    @Test
    @DisplayName("内置字体覆盖 GB/T 2312 全部汉字")
    void the_body_font_has_every_hanzi_of_gb2312() {
        PrintFonts fonts = PrintFonts.with(List.of());
        StringBuilder lacking = new StringBuilder();
        int hanzi = 0;
        for (int row = 0xB0; row <= 0xF7; row++) {
            for (int cell = 0xA1; cell <= 0xFE; cell++) {
                String one = new String(new byte[] {(byte) row, (byte) cell}, Charset.forName("GB2312"));
                if (one.codePointAt(0) == 0xFFFD) {
                    continue;
                }
                hanzi++;
                if (fonts.having(one.codePointAt(0)).isEmpty()) {
                    lacking.append(one);
                }
            }
        }
        assertEquals("", lacking.toString());
        assertEquals(6763, hanzi);
    }

    @Test
    @DisplayName("无字形的生僻字印其码位，并告知管理员")
    void a_character_without_glyph_is_printed_as_its_code_and_told() throws IOException {
        assertEquals("移交人：U+20BB7田U+36C3 (3)", printed("移交人：𠮷田㛃 (3)", PrintFonts.with(List.of())));
        assertEquals(List.of(0x36C3, 0x20BB7), List.copyOf(missing));
    }

    @Test
    void an_invisible_character_is_printed_as_its_code_and_is_no_missing_glyph() throws IOException {
        assertEquals("王U+202E敏", printed("王\u202e敏", PrintFonts.with(List.of())));
        assertEquals(0, missing.size());
    }

    @Test
    @DisplayName("系统字体有字形时照印生僻字")
    void a_rare_character_is_printed_from_a_font_of_the_system() throws IOException {
        PrintFonts fonts = PrintFonts.ofThisSystem();
        Assumptions.assumeTrue(fonts.having(0x20BB7).isPresent(), "SKIPPED: no font with U+20BB7 on this system");
        assertEquals("移交人：𠮷田", printed("移交人：𠮷田", fonts));
        assertEquals(0, missing.size());
    }

    @Test
    void a_place_without_fonts_is_passed_over() {
        assertTrue(PrintFonts.with(List.of(Path.of("no-such-folder")))
                .having(0x20BB7)
                .isEmpty());
    }

    private String printed(String text, PrintFonts fonts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DocumentFonts own = fonts.forDocument();
        try (Document document = new Document(new PdfDocument(new PdfWriter(out)))) {
            document.add(own.paragraph(text));
        }
        missing = own.missing();
        try (PdfDocument read = new PdfDocument(new PdfReader(new ByteArrayInputStream(out.toByteArray())))) {
            return PdfTextExtractor.getTextFromPage(read.getPage(1));
        }
    }
}
