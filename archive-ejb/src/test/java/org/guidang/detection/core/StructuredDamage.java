// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Damage that keeps to the grammar of a format, so that it reaches the readers behind the first check: entries of a zip with
 * their checksums right, elements of XML, values of DER with all lengths right, objects and references of PDF, chunks of
 * pictures. What can't be taken apart comes back as it was.
 */
final class StructuredDamage {

    private static final int MOST = 1 << 20;
    private static final Pattern TAG = Pattern.compile("<[^>]{1,400}>");
    private static final Pattern PDF_NUMBER = Pattern.compile("\\b[0-9]{1,9}\\b");
    private static final Pattern PDF_OBJECT = Pattern.compile("(?s)[0-9]+ [0-9]+ obj.{0,4000}?endobj");
    private static final Pattern PEM =
            Pattern.compile("(?s)(-----BEGIN [A-Z0-9 ]+-----)([A-Za-z0-9+/=\\s]+)(-----END [A-Z0-9 ]+-----)");

    private final Random chance;

    StructuredDamage(Random chance) {
        this.chance = chance;
    }

    byte[] damage(byte[] sound) {
        byte[] damaged = take(sound);
        return damaged.length > MOST ? Arrays.copyOf(damaged, MOST) : damaged;
    }

    private byte[] take(byte[] sound) {
        try {
            if (begins(sound, "PK\u0003\u0004")) {
                return zip(sound);
            }
            if (begins(sound, "%PDF")) {
                return latin(pdf(latin(sound)));
            }
            if (begins(sound, "\u0089PNG")) {
                return png(sound);
            }
            if (begins(sound, "\u00ff\u00d8")) {
                return jpeg(sound);
            }
            if (begins(sound, "0")) {
                return der(sound, 0);
            }
            String text = latin(sound);
            Matcher pem = PEM.matcher(text);
            if (pem.find()) {
                byte[] inside = der(Base64.getMimeDecoder().decode(pem.group(2)), 0);
                return latin(
                        pem.group(1) + "\n" + Base64.getMimeEncoder().encodeToString(inside) + "\n" + pem.group(3));
            }
            return text.contains("<") ? latin(xml(text)) : sound;
        } catch (IOException | RuntimeException beyondUs) {
            return sound;
        }
    }

    private static boolean begins(byte[] octets, String with) {
        byte[] head = latin(with);
        return octets.length > head.length && Arrays.equals(Arrays.copyOf(octets, head.length), head);
    }

    private static String latin(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] zip(byte[] sound) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(sound), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null && entries.size() < 500; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readNBytes(MOST));
            }
        }
        List<String> names = new ArrayList<>(entries.keySet());
        String name = names.get(chance.nextInt(names.size()));
        String other = names.get(chance.nextInt(names.size()));
        switch (chance.nextInt(8)) {
            case 0 -> entries.remove(name);
            case 1 -> entries.put(name, entries.get(other));
            case 2 -> entries.put(name + "/" + other, entries.get(name));
            case 3 -> entries.put(other.toUpperCase(java.util.Locale.ROOT), entries.get(name));
            case 4 -> entries.put(name, new byte[0]);
            default -> entries.put(name, damage(entries.get(name)));
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(octets, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return octets.toByteArray();
    }

    private String xml(String sound) {
        List<int[]> tags = new ArrayList<>();
        Matcher matcher = TAG.matcher(sound);
        while (matcher.find()) {
            tags.add(new int[] {matcher.start(), matcher.end()});
        }
        int[] one = tags.get(chance.nextInt(tags.size()));
        int[] other = tags.get(chance.nextInt(tags.size()));
        int begin = Math.min(one[0], other[0]);
        int end = Math.max(one[1], other[1]);
        String tag = sound.substring(one[0], one[1]);
        String name = tag.replaceAll("[</>]|\\s.*", "");
        return switch (chance.nextInt(9)) {
            case 0 -> sound.substring(0, one[0]) + sound.substring(one[1]);
            case 1 -> sound.substring(0, end) + sound.substring(begin);
            case 2 -> sound.substring(0, begin) + sound.substring(end);
            case 3 -> splice(sound, one[0], ("<" + name + ">").repeat(300) + ("</" + name + ">").repeat(300));
            case 4 -> splice(sound, one[1], "&#" + chance.nextInt(0x110000) + ";");
            case 5 -> splice(sound, one[1], "<![CDATA[" + "]]]]>".repeat(chance.nextInt(3)) + "]]>");
            case 6 ->
                sound.substring(0, one[1] - 1) + " a='" + "x".repeat(chance.nextInt(9000)) + "'"
                        + sound.substring(one[1] - 1);
            case 7 -> sound.substring(0, one[1]) + chance.nextLong() + sound.substring(one[1]);
            default -> splice(sound, one[0], sound.substring(other[0], other[1]));
        };
    }

    private static String splice(String text, int at, String more) {
        return text.substring(0, at) + more + text.substring(at);
    }

    private String pdf(String sound) {
        List<String> objects =
                PDF_OBJECT.matcher(sound).results().map(found -> found.group()).toList();
        if (chance.nextInt(3) == 0 && !objects.isEmpty()) {
            String object = objects.get(chance.nextInt(objects.size()));
            String other = objects.get(chance.nextInt(objects.size()));
            return switch (chance.nextInt(3)) {
                case 0 -> sound.replace(object, "");
                case 1 -> sound.replace(object, object + "\n" + other);
                default ->
                    sound.replace(object, object.replaceFirst("obj", "obj [[[[") + "]".repeat(chance.nextInt(9)));
            };
        }
        List<int[]> numbers = PDF_NUMBER
                .matcher(sound)
                .results()
                .map(found -> new int[] {found.start(), found.end()})
                .toList();
        String[] values = {
            "0", "-1", "2147483647", "4294967296", String.valueOf(chance.nextInt(40)), "1e9", "null", "[]"
        };
        String changed = sound;
        for (int n = chance.nextInt(3); n >= 0; n--) {
            int[] at = numbers.get(chance.nextInt(numbers.size()));
            String value = values[chance.nextInt(values.length)];
            int end = Math.min(at[1], changed.length());
            changed = changed.substring(0, Math.min(at[0], end)) + value + changed.substring(end);
        }
        return changed;
    }

    /** One value somewhere in the tree is changed; every length around it is made right again. */
    private byte[] der(byte[] sound, int depth) {
        List<byte[]> values = values(sound);
        if (values.isEmpty()) {
            return octets(sound);
        }
        int at = chance.nextInt(values.size());
        byte[] value = values.get(at);
        boolean constructed = (value[0] & 0x20) != 0 || value[0] == 4;
        byte[] content = content(value);
        if (constructed
                && depth < 30
                && chance.nextInt(5) > 0
                && !values(content).isEmpty()) {
            values.set(at, value(value[0], der(content, depth + 1)));
        } else {
            switch (chance.nextInt(7)) {
                case 0 -> values.remove(at);
                case 1 -> values.add(at, value);
                case 2 -> values.set(at, values.get(chance.nextInt(values.size())));
                case 3 -> values.set(at, value((byte) chance.nextInt(256), content));
                case 4 -> values.set(at, nested(value));
                case 5 -> values.set(at, value(value[0], new byte[chance.nextInt(300)]));
                default -> values.set(at, value(value[0], octets(content)));
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        values.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private byte[] nested(byte[] value) {
        byte[] deep = value;
        for (int n = 1 + chance.nextInt(400); n > 0 && deep.length < 60_000; n--) {
            deep = value((byte) 0x30, deep);
        }
        return deep;
    }

    private byte[] octets(byte[] sound) {
        byte[] changed = sound.length == 0 ? new byte[] {(byte) chance.nextInt(256)} : sound.clone();
        changed[chance.nextInt(changed.length)] ^= (byte) (1 << chance.nextInt(8));
        return changed;
    }

    /** The values that lie side by side; none when these octets are not only values. */
    private static List<byte[]> values(byte[] octets) {
        List<byte[]> values = new ArrayList<>();
        int at = 0;
        while (at + 2 <= octets.length) {
            int first = octets[at + 1] & 0xff;
            int more = first < 0x80 ? 0 : first & 0x7f;
            if (more > 4 || first == 0x80 || at + 2 + more > octets.length) {
                return List.of();
            }
            long length = first;
            if (more > 0) {
                length = 0;
                for (int i = 0; i < more; i++) {
                    length = length << 8 | octets[at + 2 + i] & 0xff;
                }
            }
            long end = at + 2L + more + length;
            if (end > octets.length) {
                return List.of();
            }
            values.add(Arrays.copyOfRange(octets, at, (int) end));
            at = (int) end;
        }
        return at == octets.length ? values : List.of();
    }

    private static byte[] content(byte[] value) {
        int first = value[1] & 0xff;
        return Arrays.copyOfRange(value, 2 + (first < 0x80 ? 0 : first & 0x7f), value.length);
    }

    private static byte[] value(byte tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            out.write(0x83);
            out.write(content.length >> 16);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private byte[] png(byte[] sound) {
        List<byte[]> chunks = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(sound, 8, sound.length - 8);
        while (in.remaining() >= 12) {
            byte[] chunk = new byte[in.getInt(in.position()) + 12];
            in.get(chunk);
            chunks.add(chunk);
        }
        change(chunks, 8, 4);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(sound, 0, 8);
        for (byte[] chunk : chunks) {
            CRC32 sum = new CRC32();
            sum.update(chunk, 4, chunk.length - 8);
            ByteBuffer.wrap(chunk).putInt(0, chunk.length - 12).putInt(chunk.length - 4, (int) sum.getValue());
            out.writeBytes(chunk);
        }
        return out.toByteArray();
    }

    /** Segments up to the first scan; behind it only octets. */
    private byte[] jpeg(byte[] sound) {
        List<byte[]> segments = new ArrayList<>();
        int at = 2;
        while (at + 4 < sound.length && sound[at] == (byte) 0xff && sound[at + 1] != (byte) 0xda) {
            int length = (sound[at + 2] & 0xff) << 8 | sound[at + 3] & 0xff;
            segments.add(Arrays.copyOfRange(sound, at, at + 2 + length));
            at += 2 + length;
        }
        change(segments, 4, 0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(sound, 0, 2);
        segments.forEach(out::writeBytes);
        byte[] rest = Arrays.copyOfRange(sound, at, sound.length);
        out.writeBytes(chance.nextBoolean() ? octets(rest) : rest);
        return out.toByteArray();
    }

    private void change(List<byte[]> parts, int head, int tail) {
        int at = chance.nextInt(parts.size());
        byte[] part = parts.get(at).clone();
        switch (chance.nextInt(4)) {
            case 0 -> parts.remove(at);
            case 1 -> parts.add(chance.nextInt(parts.size()), part);
            default -> {
                for (int n = 1 + chance.nextInt(4); n > 0 && part.length > head + tail; n--) {
                    part[head + chance.nextInt(part.length - head - tail)] = (byte) chance.nextInt(256);
                }
                parts.set(at, part);
            }
        }
    }
}
