// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

/** Formats by the octets they begin with. */
final class MagicFormats {

    private MagicFormats() {}

    /** Id of the format; empty when no sign is found. */
    static String of(FileEnds ends) {
        if (ends.length == 0) {
            return "empty";
        }
        String found = images(ends);
        if (found.isEmpty()) {
            found = soundAndPictures(ends);
        }
        if (found.isEmpty()) {
            found = documents(ends);
        }
        return found.isEmpty() ? containersAndPrograms(ends) : found;
    }

    private static String images(FileEnds ends) {
        if (ends.starts("\u00ff\u00d8\u00ff")) {
            return "jpeg";
        }
        if (ends.starts("\u0089PNG\r\n\u001a\n")) {
            return "png";
        }
        if (ends.starts("GIF87a") || ends.starts("GIF89a")) {
            return "gif";
        }
        if (ends.starts("II*\0") || ends.starts("MM\0*") || ends.starts("II+\0") || ends.starts("MM\0+")) {
            return "tiff";
        }
        if (ends.starts("RIFF") && ends.has(8, "WEBP")) {
            return "webp";
        }
        if (ends.starts("\0\0\0\u000cjP  \r\n\u0087\n") || ends.starts("\u00ff\u004f\u00ff\u0051")) {
            return "jp2";
        }
        // "BM" alone begins many texts: the size of the second header tells.
        boolean bitmap = ends.starts("BM") && ends.length > 26 && ends.unsigned(15) == 0 && ends.unsigned(16) == 0;
        return bitmap && ends.unsigned(14) >= 12 && ends.unsigned(14) <= 124 ? "bmp" : "";
    }

    private static String soundAndPictures(FileEnds ends) {
        if (ends.starts("RIFF") && ends.has(8, "WAVE") || ends.starts("RF64") && ends.has(8, "WAVE")) {
            return "wav";
        }
        if (ends.starts("RIFF") && ends.has(8, "AVI ")) {
            return "avi";
        }
        if (ends.has(4, "ftyp")) {
            return ofBrand(ends);
        }
        if (ends.starts("\u001a\u0045\u00df\u00a3")) {
            return ends.find("webm", 64) > 0 ? "webm" : "mkv";
        }
        if (ends.starts("fLaC")) {
            return "flac";
        }
        if (ends.starts("OggS")) {
            return "ogg";
        }
        if (ends.starts("FLV\u0001")) {
            return "flv";
        }
        if (ends.starts("\0\0\u0001\u00ba") || ends.starts("\0\0\u0001\u00b3")) {
            return "mpeg";
        }
        if (ends.has(4, "moov") || ends.has(4, "mdat") || ends.has(4, "wide")) {
            return "mov";
        }
        boolean frame = ends.unsigned(0) == 0xff
                && (ends.unsigned(1) & 0xe6) == 0xe2
                && (ends.unsigned(2) & 0xf0) != 0xf0
                && (ends.unsigned(2) & 0x0c) != 0x0c;
        return ends.starts("ID3") || frame ? "mp3" : "";
    }

    private static String ofBrand(FileEnds ends) {
        for (String heif : new String[] {"heic", "heix", "mif1", "msf1", "avif", "heim", "hevc"}) {
            if (ends.has(8, heif)) {
                return "heic";
            }
        }
        if (ends.has(8, "qt  ")) {
            return "mov";
        }
        return ends.has(8, "M4A ") || ends.has(8, "M4B ") ? "m4a" : "mp4";
    }

    private static String documents(FileEnds ends) {
        // Readers take a PDF header anywhere in the first kilobyte; markup and zip before it are another format.
        int pdf = ends.find("%PDF-", 1024);
        if (pdf == 0 || pdf > 0 && !ends.starts("PK") && !ends.starts("<") && !ends.starts("MZ")) {
            return "pdf";
        }
        if (ends.starts("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return "ole";
        }
        if (ends.starts("{\\rtf")) {
            return "rtf";
        }
        if (ends.starts("WARC/")) {
            return "warc";
        }
        return ends.starts("SQLite format 3\0") ? "sqlite" : "";
    }

    private static String containersAndPrograms(FileEnds ends) {
        if (ends.starts("PK\u0003\u0004") || ends.starts("PK\u0005\u0006") || ends.starts("PK\u0007\u0008")) {
            return "zip";
        }
        if (ends.starts("\u001f\u008b")) {
            return "gz";
        }
        if (ends.starts("BZh")) {
            return "bz2";
        }
        if (ends.starts("\u00fd7zXZ\0")) {
            return "xz";
        }
        if (ends.starts("7z\u00bc\u00af\u0027\u001c")) {
            return "7z";
        }
        if (ends.starts("Rar!\u001a\u0007")) {
            return "rar";
        }
        if (ends.starts("MSCF\0\0\0\0")) {
            return "cab";
        }
        if (ends.has(257, "ustar")) {
            return "tar";
        }
        if (ends.has(32769, "CD001")) {
            return "iso";
        }
        if (ends.starts("\u007fELF")) {
            return "elf";
        }
        if (ends.starts("\u00ca\u00fe\u00ba\u00be")) {
            return ends.unsigned(6) == 0 && ends.unsigned(7) >= 45 ? "class" : "macho";
        }
        if (ends.starts("\u00cf\u00fa\u00ed\u00fe") || ends.starts("\u00ce\u00fa\u00ed\u00fe")) {
            return "macho";
        }
        if (ends.starts("L\0\0\0\u0001\u0014\u0002\0")) {
            return "lnk";
        }
        if (ends.starts("#!")) {
            return "script";
        }
        // A text may begin with MZ; a program says where its real header is.
        return ends.starts("MZ") && ends.length >= 64 && ends.find("\0", 64) >= 0 ? "exe" : "";
    }
}
