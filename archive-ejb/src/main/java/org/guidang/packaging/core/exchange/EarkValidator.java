// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.guidang.packaging.core.zip.ZipRefusedException;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * Judges an E-ARK information package (CSIP 2.1) as far as its content must be believed: METS can be read, every file it
 * refers to is there and unchanged, every file there is referred to, and no reference leads out of it. The wording of
 * METS itself is not judged.
 */
public final class EarkValidator {

    private static final String METS = "METS.xml";
    private static final Pattern ELSEWHERE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    private final FileTree tree;
    private final Consumer<Finding> findings;
    private final Set<String> referred = new HashSet<>();
    private final Set<String> read = new HashSet<>();

    private EarkValidator(FileTree tree, Consumer<Finding> findings) {
        this.tree = tree;
        this.findings = findings;
    }

    /** Reports everything that is wrong with the package. */
    public static void validate(FileTree tree, Consumer<Finding> findings) throws IOException {
        new EarkValidator(tree, findings).validate();
    }

    private void validate() throws IOException {
        mets(METS);
        if (read.isEmpty()) {
            return; // nothing that METS says is known
        }
        for (String path : tree.paths()) {
            if (!referred.contains(path) && !path.equals(METS)) {
                findings.accept(finding("unlisted", Characteristic.INTEGRITY).in(path));
            }
        }
    }

    private void mets(String path) throws IOException {
        Optional<byte[]> octets = tree.small(path);
        if (octets.isEmpty()) {
            findings.accept(finding("no-mets", Characteristic.USABILITY).in(path));
            return;
        }
        MetsReading mets;
        try {
            mets = MetsReading.of(octets.get());
        } catch (XMLStreamException unreadable) {
            findings.accept(finding("mets-unreadable", Characteristic.USABILITY)
                    .in(path)
                    .expecting(
                            "METS 1.12",
                            String.valueOf(unreadable.getMessage())
                                    .lines()
                                    .reduce((a, b) -> b)
                                    .orElse("")));
            return;
        }
        read.add(path);
        if (mets.id().isBlank()) {
            findings.accept(finding("no-identifier", Characteristic.INTEGRITY).in(path));
        }
        String folder = path.substring(0, path.length() - METS.length());
        for (MetsReading.Reference reference : mets.references()) {
            follow(path, folder, reference);
        }
    }

    private void follow(String mets, String folder, MetsReading.Reference reference) throws IOException {
        String place = "line " + reference.line();
        String named = reference.path();
        if (named.isEmpty()
                || named.startsWith("/")
                || named.indexOf('\\') >= 0
                || ELSEWHERE.matcher(named).matches()
                || List.of(named.split("/", -1)).contains("..")) {
            findings.accept(finding("path-outside", Characteristic.SECURITY)
                    .in(mets)
                    .at(place)
                    .expecting("", reference.href()));
            return;
        }
        String path = there(folder, named, reference.href());
        if (path == null) {
            findings.accept(finding("missing", Characteristic.INTEGRITY)
                    .in(mets)
                    .at(place)
                    .expecting(folder + named, ""));
            return;
        }
        referred.add(path);
        if (!reference.pointer()) {
            compare(mets, place, path, reference);
        }
        boolean anotherMets = path.endsWith("/" + METS) && path.startsWith("representations/");
        if (anotherMets && !read.contains(path)) {
            mets(path);
        }
    }

    /** The file meant. Some write names as they are, others (commons-ip) a plus sign for a space. */
    private String there(String folder, String named, String href) {
        return Stream.of(named, href, named.replace('+', ' '))
                .map(name -> folder + name)
                .filter(tree::has)
                .findFirst()
                .orElse(null);
    }

    private void compare(String mets, String place, String path, MetsReading.Reference reference) throws IOException {
        if (reference.octets() >= 0 && reference.octets() != tree.octets(path)) {
            findings.accept(finding("length", Characteristic.INTEGRITY)
                    .in(path)
                    .at(mets + ", " + place)
                    .expecting(String.valueOf(reference.octets()), tree.octets(path)));
        }
        if (reference.digest().isEmpty()) {
            findings.accept(Finding.warning("eark.no-digest", Characteristic.INTEGRITY, "packaging.eark.no-digest")
                    .in(path)
                    .at(mets + ", " + place));
            return;
        }
        try {
            String found = digest(path, reference.algorithm().replace("-", ""));
            if (!found.equals(reference.digest())) {
                findings.accept(finding("altered", Characteristic.INTEGRITY)
                        .in(path)
                        .at(mets + ", " + place)
                        .expecting(reference.digest(), found));
            }
        } catch (NoSuchAlgorithmException unknown) {
            findings.accept(Finding.undecided("eark.algorithm", Characteristic.INTEGRITY, "packaging.eark.algorithm")
                    .in(mets)
                    .at(place)
                    .expecting("MD5, SHA-1, SHA-256, SHA-384, SHA-512", reference.algorithm()));
        } catch (ZipRefusedException refused) {
            findings.accept(refused.finding());
        }
    }

    private String digest(String path, String algorithm) throws IOException, NoSuchAlgorithmException {
        MessageDigest meter = BagValidator.meter(algorithm);
        try (InputStream content = tree.open(path)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                meter.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(meter.digest());
    }

    private static Finding finding(String what, Characteristic property) {
        return Finding.failed("eark." + what, property, "packaging.eark." + what);
    }
}
