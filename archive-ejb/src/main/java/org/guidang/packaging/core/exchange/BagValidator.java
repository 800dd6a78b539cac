// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.guidang.packaging.core.zip.ZipRefusedException;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * Judges a bag (RFC 8493, and drafts 0.93 to 0.97 in the points where they differ): complete, valid, and no path that
 * leads out of it. Nothing is fetched; a bag with holes is incomplete.
 */
public final class BagValidator {

    private static final Pattern VERSION = Pattern.compile("BagIt-Version: *(\\d+)\\.(\\d+)");
    private static final Pattern ENCODING = Pattern.compile("Tag-File-Character-Encoding: *(\\S+)");
    private static final Pattern MANIFEST = Pattern.compile("(tag)?manifest-([A-Za-z0-9]+)\\.txt");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    private final FileTree bag;
    private final Consumer<Finding> findings;
    private final Map<String, Map<String, String>> digests = new HashMap<>();
    private Charset charset = StandardCharsets.UTF_8;
    private boolean strict = true;

    private BagValidator(FileTree bag, Consumer<Finding> findings) {
        this.bag = bag;
        this.findings = findings;
    }

    /** Reports everything that is wrong with the bag. */
    public static void validate(FileTree bag, Consumer<Finding> findings) throws IOException {
        new BagValidator(bag, findings).validate();
    }

    private void validate() throws IOException {
        declaration();
        Set<String> listedPayload = new HashSet<>();
        boolean payloadManifest = false;
        for (String path : List.copyOf(bag.paths())) {
            Matcher name = MANIFEST.matcher(path);
            if (name.matches()) {
                boolean tags = name.group(1) != null;
                payloadManifest |= !tags;
                Set<String> listed = manifest(path, name.group(2), tags);
                if (!tags) {
                    requireAllListed(path, listed);
                    listedPayload.addAll(listed);
                }
            }
        }
        if (!payloadManifest) {
            report("no-manifest", Characteristic.INTEGRITY, "manifest-sha512.txt", "");
        }
        for (String path : bag.paths()) {
            if (!strict && path.startsWith("data/") && !listedPayload.contains(nfc(path))) {
                report("unlisted", Characteristic.INTEGRITY, path, "");
            }
        }
        fetch();
        oxum();
    }

    /** 2.1.1: two lines, in UTF-8 whatever the other tag files are in. */
    private void declaration() throws IOException {
        Optional<byte[]> octets = bag.small("bagit.txt");
        if (octets.isEmpty()) {
            report("no-declaration", Characteristic.USABILITY, "bagit.txt", "");
            return;
        }
        List<String> lines = BagLines.text(octets.get(), StandardCharsets.UTF_8)
                .orElse("")
                .lines()
                .toList();
        Matcher version = VERSION.matcher(lines.isEmpty() ? "" : lines.get(0).strip());
        Matcher encoding = ENCODING.matcher(lines.size() < 2 ? "" : lines.get(1).strip());
        if (!version.matches()) {
            report("version", Characteristic.USABILITY, "bagit.txt", lines.isEmpty() ? "" : lines.get(0));
        } else {
            strict = Integer.parseInt(version.group(1)) >= 1;
        }
        if (!encoding.matches()) {
            report("encoding", Characteristic.USABILITY, "bagit.txt", lines.size() < 2 ? "" : lines.get(1));
            return;
        }
        try {
            charset = Charset.forName(encoding.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            report("encoding", Characteristic.USABILITY, "bagit.txt", encoding.group(1));
        }
    }

    private Optional<String> text(String path) throws IOException {
        Optional<byte[]> octets = bag.small(path);
        Optional<String> text = octets.flatMap(some -> BagLines.text(some, charset));
        if (octets.isPresent() && text.isEmpty()) {
            report("encoding", Characteristic.USABILITY, path, charset.name());
        }
        return text;
    }

    /** Normalised paths that the manifest lists. */
    private Set<String> manifest(String name, String algorithm, boolean tags) throws IOException {
        List<Integer> bad = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        Map<String, String> seen = new HashMap<>();
        for (BagLines.Listed line : BagLines.manifest(text(name).orElse(""), bad)) {
            String path = line.path().startsWith("./") ? line.path().substring(2) : line.path();
            String place = "line " + line.line();
            if (escapes(path) || !tags && !path.startsWith("data/")) {
                findings.accept(finding("path-outside", Characteristic.SECURITY)
                        .in(name)
                        .at(place)
                        .expecting("data/…", path));
                continue;
            }
            listed.add(nfc(path));
            twice(name, place, path, line.digest(), seen);
            compare(name, place, path, algorithm, line.digest());
        }
        bad.forEach(line -> findings.accept(
                finding("line", Characteristic.USABILITY).in(name).at("line " + line)));
        return listed;
    }

    private static boolean escapes(String path) {
        return path.startsWith("/")
                || path.startsWith("~")
                || path.startsWith("\\")
                || DRIVE.matcher(path).matches()
                || List.of(path.split("[/\\\\]", -1)).contains("..");
    }

    private void twice(String name, String place, String path, String digest, Map<String, String> seen) {
        String before = seen.putIfAbsent(form(path), digest);
        if (before != null) {
            Finding finding = bag.has(path) && !before.equals(digest) && seen.containsKey("=" + path)
                    ? finding("listed-twice", Characteristic.INTEGRITY)
                    : Finding.warning("bag.listed-twice", Characteristic.INTEGRITY, "packaging.bag.listed-twice");
            findings.accept(finding.in(name).at(place).expecting(before, path));
        }
        seen.put("=" + path, digest);
    }

    private void compare(String name, String place, String path, String algorithm, String expected) throws IOException {
        String actual = there(path).orElse(null);
        if (actual == null) {
            findings.accept(finding("missing", Characteristic.INTEGRITY)
                    .in(name)
                    .at(place)
                    .expecting(path, ""));
            return;
        }
        try {
            String found = digest(actual, algorithm);
            if (!found.equals(expected)) {
                findings.accept(finding("altered", Characteristic.INTEGRITY)
                        .in(actual)
                        .at(name + ", " + place)
                        .expecting(expected, found));
            }
        } catch (NoSuchAlgorithmException unknown) {
            findings.accept(Finding.undecided("bag.algorithm", Characteristic.INTEGRITY, "packaging.bag.algorithm")
                    .in(name)
                    .expecting("sha256, sha512, sm3, sha1, md5", algorithm));
        } catch (ZipRefusedException refused) {
            findings.accept(refused.finding());
        }
    }

    /** The path as it is there: a file system may have changed its case or its normalisation (RFC 8493 5.2, 6.1). */
    private Optional<String> there(String path) {
        if (bag.has(path)) {
            return Optional.of(path);
        }
        Optional<String> alike = bag.paths().stream()
                .filter(other -> form(other).equals(form(path)))
                .findFirst();
        alike.ifPresent(other ->
                findings.accept(Finding.warning("bag.other-form", Characteristic.INTEGRITY, "packaging.bag.other-form")
                        .in(other)
                        .expecting(path, other)));
        return alike;
    }

    private String digest(String path, String algorithm) throws IOException, NoSuchAlgorithmException {
        Map<String, String> known = digests.computeIfAbsent(path, first -> new HashMap<>());
        String digest = known.get(algorithm);
        if (digest == null) {
            MessageDigest meter = meter(algorithm);
            try (InputStream content = bag.open(path)) {
                byte[] buffer = new byte[64 * 1024];
                for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    meter.update(buffer, 0, read);
                }
            }
            digest = HexFormat.of().formatHex(meter.digest());
            known.put(algorithm, digest);
        }
        return digest;
    }

    static MessageDigest meter(String algorithm) throws NoSuchAlgorithmException {
        return switch (algorithm.toLowerCase(Locale.ROOT)) {
            case "sm3" -> new SM3.Digest();
            case "md5" -> MessageDigest.getInstance("MD5");
            case "sha1" -> MessageDigest.getInstance("SHA-1");
            case "sha224" -> MessageDigest.getInstance("SHA-224");
            case "sha256" -> MessageDigest.getInstance("SHA-256");
            case "sha384" -> MessageDigest.getInstance("SHA-384");
            case "sha512" -> MessageDigest.getInstance("SHA-512");
            default -> throw new NoSuchAlgorithmException(algorithm);
        };
    }

    /** 2.1.3: since 1.0 every payload manifest lists every payload file; before, one of them was enough. */
    private void requireAllListed(String manifest, Set<String> listed) {
        if (!strict) {
            return;
        }
        for (String path : bag.paths()) {
            if (path.startsWith("data/") && !listed.contains(nfc(path))) {
                findings.accept(
                        finding("unlisted", Characteristic.INTEGRITY).in(path).expecting(manifest, ""));
            }
        }
    }

    private void fetch() throws IOException {
        List<Integer> bad = new ArrayList<>();
        for (BagLines.Listed line : BagLines.fetch(text("fetch.txt").orElse(""), bad)) {
            String place = "line " + line.line();
            if (escapes(line.path()) || !line.path().startsWith("data/")) {
                findings.accept(finding("path-outside", Characteristic.SECURITY)
                        .in("fetch.txt")
                        .at(place)
                        .expecting("data/…", line.path()));
            } else if (there(line.path()).isEmpty()) {
                findings.accept(finding("incomplete", Characteristic.INTEGRITY)
                        .in("fetch.txt")
                        .at(place)
                        .expecting(line.path(), line.digest()));
            }
        }
        bad.forEach(line -> findings.accept(
                finding("line", Characteristic.USABILITY).in("fetch.txt").at("line " + line)));
    }

    private void oxum() throws IOException {
        List<BagLines.Tag> tags = BagLines.tags(text("bag-info.txt").orElse(""));
        long octets = 0;
        long count = 0;
        for (String path : bag.paths()) {
            if (path.startsWith("data/")) {
                octets += bag.octets(path);
                count++;
            }
        }
        String found = octets + "." + count;
        for (BagLines.Tag tag : tags) {
            if (tag.label().equalsIgnoreCase("Payload-Oxum") && !tag.value().equals(found)) {
                findings.accept(finding("oxum", Characteristic.INTEGRITY)
                        .in("bag-info.txt")
                        .expecting(tag.value(), found));
            }
        }
    }

    private static String form(String path) {
        return nfc(path).toLowerCase(Locale.ROOT);
    }

    private static String nfc(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    private void report(String what, Characteristic property, String file, String found) {
        findings.accept(finding(what, property).in(file).expecting("", found));
    }

    private static Finding finding(String what, Characteristic property) {
        return Finding.failed("bag." + what, property, "packaging.bag." + what);
    }
}
