// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.guidang.packaging.core.PackageReader;
import org.guidang.packaging.core.PackageSamples;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.eep.EepExport;
import org.guidang.packaging.core.eep.EepReader;
import org.guidang.packaging.core.eep.EepReading;
import org.guidang.packaging.core.eep.EepSigner;
import org.guidang.packaging.core.eep.EepVerifier;
import org.guidang.packaging.core.zip.StoredZipWriter;
import org.guidang.seal.core.Suite;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;
import org.guidang.shared.core.FixityMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file far larger than the memory there is goes into an encapsulation and out of it again. */
class EepMemoryTest {

    private static final long OCTETS = 300L << 20;

    @TempDir
    Path folder;

    /** A process of its own, whose heap is a fifth of one file: whoever holds a file whole does not come to the end. */
    @Test
    void memory_does_not_grow_with_the_content() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-Dfile.encoding=UTF-8",
                        "-Dsun.jnu.encoding=UTF-8",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Child.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        boolean ended = child.waitFor(9, TimeUnit.MINUTES);
        child.destroyForcibly();
        assertTrue(ended);
        assertEquals(0, child.exitValue(), Files.readString(folder.resolve("log")));
        assertTrue(Files.size(folder.resolve("large.eep")) > OCTETS * 4 / 3);
    }

    /** What runs in the small process. */
    public static final class Child {

        private Child() {}

        public static void main(String[] words) throws Exception {
            Path folder = Path.of(words[0]);
            Path pack = folder.resolve("large.zip");
            try (StoredZipWriter zip = new StoredZipWriter(pack)) {
                zip.add("large.bin", new Pattern(OCTETS), OCTETS);
                zip.finish();
            }
            Fixity fixity;
            try (InputStream content = Files.newInputStream(pack)) {
                fixity = FixityMeter.measure(content);
            }
            PackageSamples who = new PackageSamples(Suite.ECDSA_SHA256);
            EepSigner signer = new EepSigner(who.key(), who.authority(), PackageSamples.NOW);
            Path eep = folder.resolve("large.eep");
            try (PackageView view = PackageReader.open(pack)) {
                EepExport.write(view, fixity, null, PackageSamples.NOW, null, signer, null, eep);
            }
            EepReading reading = EepReader.read(eep);
            List<Finding> findings = EepVerifier.verify(reading, who.trust(), PackageSamples.NOW);
            if (!findings.isEmpty()) {
                throw new IllegalStateException(findings.toString());
            }
            Imported imported = PackageImport.read(eep, folder.resolve("back.zip"), who.trust(), PackageSamples.NOW);
            if (!imported.zip().equals(fixity)) {
                throw new IllegalStateException("other octets came back");
            }
        }
    }

    /** Octets that are not all alike, without holding them. */
    private static final class Pattern extends InputStream {

        private long left;

        Pattern(long octets) {
            left = octets;
        }

        @Override
        public int read() throws IOException {
            return left == 0 ? -1 : (int) (left-- * 31 >> 3 & 0xff);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            for (int i = 0; i < count; i++) {
                buffer[offset + i] = (byte) (left-- * 31 >> 3);
            }
            return count;
        }
    }
}
