// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.guidang.packaging.core.Layout;
import org.guidang.packaging.core.PackageBuilder;
import org.guidang.packaging.core.PackageEntry;
import org.guidang.packaging.core.PackageReader;
import org.guidang.packaging.core.PackageSamples;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.zip.StoredZipWriter;
import org.guidang.seal.core.KeyFile;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.Trust;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code archivectl} as people run it: a process of its own, its exit code and its lines. */
class CommandLineTest {

    private static final String AT = PackageSamples.NOW.toString();
    private static final PackageSamples SM = new PackageSamples(Suite.SM2_SM3);

    @TempDir
    Path folder;

    private Path pack;
    private String anchors;
    private List<JsonObject> lines = List.of();

    @BeforeEach
    void sample() throws Exception {
        pack = folder.resolve("p.zip");
        new PackageBuilder(Layout.DAT_85_2019, SM.sealer()).build(PackageSamples.content(), pack);
        KeyFile.write(folder.resolve("key.p12"), SM.key(), "correct horse".toCharArray(), 1000);
        Path trusted = Files.createDirectory(folder.resolve("anchors"));
        Trust trust = SM.trust();
        try (PemWriter pem = new PemWriter(Files.newBufferedWriter(trusted.resolve("root.pem")))) {
            pem.writeObject(new PemObject("CERTIFICATE", trust.anchors().get(0).getEncoded()));
        }
        try (PemWriter pem = new PemWriter(Files.newBufferedWriter(trusted.resolve("root.crl")))) {
            pem.writeObject(
                    new PemObject("X509 CRL", trust.revocationLists().get(0).getEncoded()));
        }
        anchors = trusted.toString();
    }

    /** Runs the main class; what it printed is in {@link #lines}. */
    private int run(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dsun.jnu.encoding=UTF-8",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Archivectl.class.getName()));
        command.addAll(List.of(words));
        Path out = folder.resolve("out");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("ARCHIVECTL_PASSWORD", "correct horse");
        int code = builder.start().waitFor();
        lines = Files.readString(out)
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> Json.createReader(new StringReader(line)).readObject())
                .toList();
        return code;
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private void assertLine(String file, String format, String outcome) {
        assertEquals(1, lines.size());
        assertEquals(file, lines.get(0).getString("file"));
        assertEquals(format, lines.get(0).getString("format"));
        assertEquals(outcome, lines.get(0).getString("outcome"), lines.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bagit", "ocfl", "eark", "eep"})
    void a_package_goes_out_and_comes_back_in_every_form(String form) throws Exception {
        String there = at("there." + form);
        List<String> export = new ArrayList<>(List.of("export", "--json", "--at", AT, "--to", form, "--output", there));
        if (form.equals("eep")) {
            export.addAll(List.of("--key", at("key.p12"), "--lock-key", at("key.p12")));
        }
        export.add(pack.toString());
        assertEquals(0, run(export.toArray(String[]::new)));
        assertLine(there, form, "PASSED");
        assertEquals(64, run(export.toArray(String[]::new)), "nothing is overwritten");
        assertEquals(List.of(), lines);

        assertEquals(0, run("import", "--json", "--anchors", anchors, "--output", at("back.zip"), there));
        assertLine(at("back.zip"), "package", "PASSED");
        assertArrayEquals(Files.readAllBytes(pack), Files.readAllBytes(folder.resolve("back.zip")));

        byte[] octets = Files.readAllBytes(Path.of(there));
        byte[] mark = (form.equals("eep") ? "<业务行为>决定" : "%PDF-").getBytes(StandardCharsets.UTF_8);
        octets[indexOf(octets, mark) + mark.length - 1] ^= 1;
        Files.write(Path.of(there), octets);
        assertEquals(1, run("import", "--json", "--anchors", anchors, "--output", at("bad.zip"), there));
        assertLine(there, "unknown", "FAILED");
        assertFalse(lines.get(0).getJsonArray("findings").isEmpty());
        assertFalse(Files.exists(folder.resolve("bad.zip")));
    }

    private static int indexOf(byte[] octets, byte[] mark) {
        for (int i = 0; i + mark.length <= octets.length; i++) {
            if (java.util.Arrays.equals(octets, i, i + mark.length, mark, 0, mark.length)) {
                return i;
            }
        }
        throw new IllegalStateException("not there");
    }

    @Test
    void an_encapsulation_is_verified_shown_and_modified() throws Exception {
        String one = at("one.eep");
        String two = at("two.eep");
        assertEquals(0, run("export", "--to", "eep", "--key", at("key.p12"), "--output", one, pack.toString()));
        assertEquals(
                0,
                run(
                        "export",
                        "--to",
                        "eep",
                        "--key",
                        at("key.p12"),
                        "--previous",
                        one,
                        "--output",
                        two,
                        pack.toString()));
        assertEquals(0, run("verify", "--json", "--anchors", anchors, two));
        assertLine(two, "eep", "PASSED");
        assertEquals(2, run("verify", "--json", two), "nobody is trusted unless told");
        assertLine(two, "eep", "INDETERMINATE");
        assertEquals(2, run("import", "--json", "--output", at("back.zip"), two));
        assertEquals(0, run("inspect", "--json", two));
        assertEquals("修改型", lines.get(0).getString("type"));
        assertEquals(1, lines.get(0).getInt("modifications"));
        try (PackageView view = PackageReader.open(pack)) {
            assertEquals(
                    view.entries().size(), lines.get(0).getJsonArray("entries").size());
        }
        assertTrue(Files.size(Path.of(two)) < 2 * Files.size(Path.of(one)));
    }

    @Test
    void a_package_of_another_system_is_fixed_once() throws Exception {
        Path foreign = folder.resolve("foreign.zip");
        try (PackageView view = PackageReader.open(pack);
                StoredZipWriter zip = new StoredZipWriter(foreign)) {
            for (PackageEntry entry : view.entries()) {
                if (entry.part() != PackageEntry.Part.FIXING) {
                    try (InputStream content = view.open(entry.path())) {
                        zip.add(entry.path(), content, entry.octets());
                    }
                }
            }
            zip.finish();
        }
        String fixed = at("fixed.zip");
        assertEquals(0, run("package", "--json", "--key", at("key.p12"), "--output", fixed, foreign.toString()));
        assertLine(fixed, "package", "PASSED");
        assertEquals(0, run("verify", "--json", "--anchors", anchors, fixed), "a pending time-stamp does not block");
        assertEquals(1, run("package", "--json", "--key", at("key.p12"), "--output", at("again.zip"), fixed));
        assertLine(fixed, "unknown", "FAILED");
        assertFalse(Files.exists(folder.resolve("again.zip")));
    }

    @Test
    void what_cannot_be_done_is_wrong_usage() throws Exception {
        assertEquals(64, run("export", "--to", "rar", "--output", at("x"), pack.toString()));
        assertEquals(64, run("export", "--to", "eep", "--output", at("x"), pack.toString()));
        assertEquals(64, run("import", at("x")));
        assertEquals(1, run("import", "--json", "--output", at("x"), pack.toString()));
        assertLine(pack.toString(), "unknown", "FAILED");
        assertFalse(Files.exists(folder.resolve("x")));
    }
}
