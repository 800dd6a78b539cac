// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.guidang.packaging.benchmark.CaseFiles.CaseFile;
import org.guidang.seal.core.CmsSigner;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.revocation.RevocationMaterial;
import org.guidang.shared.Digest;

/**
 * The work that nobody can avoid, and nothing else. Building: every file read once, SM3 and SHA-256, a zip of stored
 * entries, a list of the digests, one SM2 signature over it, sync, rename. Verifying: every entry read once, both
 * digests, one signature. No metadata, no schemas, no checks of form, no trust, no findings.
 */
final class BareProgram implements Contender {

    private static final String LIST = "list";
    private static final String SIGNATURE = "signature";

    private final BenchmarkKeys keys = new BenchmarkKeys();

    BareProgram() throws Exception {}

    @Override
    public void build(CaseFiles files, Path target) throws Exception {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        StringBuilder list = new StringBuilder();
        try (Zip zip = new Zip(part)) {
            for (CaseFile file : files.files()) {
                try (InputStream in = Files.newInputStream(file.path())) {
                    list.append(zip.add(file.name(), in, file.fixity().octets()))
                            .append(' ')
                            .append(file.name())
                            .append('\n');
                }
            }
            byte[] signed = list.toString().getBytes(StandardCharsets.UTF_8);
            zip.add(LIST, signed);
            byte[] digest = BareDigests.sm3().digest(signed);
            zip.add(
                    SIGNATURE,
                    CmsSigner.sign(
                            keys.signer,
                            Digest.of(Digest.SM3, digest),
                            keys.now,
                            CmsSigner.Form.CMS,
                            RevocationMaterial.none()));
            zip.finish();
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        OurPackages.sync(target.getParent());
    }

    @Override
    public void verify(Path target) throws Exception {
        Map<String, String> found = new HashMap<>();
        try (ZipFile zip = new ZipFile(target.toFile())) {
            byte[] list = octets(zip, LIST);
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.getName().equals(LIST) && !entry.getName().equals(SIGNATURE)) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        found.put(entry.getName(), BareDigests.read(in, entry.getSize(), (buffer, count) -> {}));
                    }
                }
            }
            for (String line : new String(list, StandardCharsets.UTF_8).split("\n")) {
                String name = line.substring(line.lastIndexOf(' ') + 1);
                if (!line.equals(found.get(name) + " " + name)) {
                    throw new IllegalStateException(name);
                }
            }
            CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(list), octets(zip, SIGNATURE));
            SignerInformation signer = cms.getSignerInfos().iterator().next();
            if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(Cryptography.provider())
                    .build(keys.signer.certificate().getPublicKey()))) {
                throw new IllegalStateException(SIGNATURE);
            }
        }
    }

    private static byte[] octets(ZipFile zip, String name) throws Exception {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    /** Stored entries, checksum filled in afterwards. */
    private static final class Zip implements AutoCloseable {

        private final FileChannel out;
        private final ByteBuffer directory = little(64 << 10);
        private long position;
        private int entries;

        Zip(Path target) throws Exception {
            out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }

        void add(String name, byte[] octets) throws Exception {
            CRC32 crc = new CRC32();
            crc.update(octets);
            entry(name, position, crc.getValue(), octets.length);
            position += out.write(header(name, crc.getValue(), octets.length), position);
            position += out.write(ByteBuffer.wrap(octets), position);
        }

        String add(String name, InputStream in, long octets) throws Exception {
            long begin = position;
            CRC32 crc = new CRC32();
            position += header(name, 0, octets).remaining();
            String digests = BareDigests.read(in, octets, (buffer, count) -> {
                crc.update(buffer, 0, count);
                for (ByteBuffer rest = ByteBuffer.wrap(buffer, 0, count); rest.hasRemaining(); ) {
                    position += out.write(rest, position);
                }
            });
            out.write(header(name, crc.getValue(), octets), begin);
            entry(name, begin, crc.getValue(), octets);
            return digests;
        }

        void finish() throws Exception {
            int octets = directory.position();
            long begin = position;
            directory.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45);
            directory
                    .putInt(0)
                    .putInt(0)
                    .putLong(entries)
                    .putLong(entries)
                    .putLong(octets)
                    .putLong(begin);
            directory.putInt(0x07064b50).putInt(0).putLong(begin + octets).putInt(1);
            directory.putInt(0x06054b50).putInt(0).putShort((short) 0xffff).putShort((short) 0xffff);
            directory.putInt(-1).putInt(-1).putShort((short) 0);
            out.write(directory.flip(), begin);
            out.force(true);
        }

        private void entry(String name, long begin, long crc, long octets) {
            byte[] raw = name.getBytes(StandardCharsets.UTF_8);
            directory.putInt(0x02014b50).putShort((short) 45);
            directory
                    .putShort((short) 45)
                    .putShort((short) 0x800)
                    .putShort((short) 0)
                    .putInt(0x00210000);
            directory
                    .putInt((int) crc)
                    .putInt(-1)
                    .putInt(-1)
                    .putShort((short) raw.length)
                    .putShort((short) 28);
            directory
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(0)
                    .putInt(-1)
                    .put(raw);
            directory
                    .putShort((short) 1)
                    .putShort((short) 24)
                    .putLong(octets)
                    .putLong(octets)
                    .putLong(begin);
            entries++;
        }

        private static ByteBuffer header(String name, long crc, long octets) {
            byte[] raw = name.getBytes(StandardCharsets.UTF_8);
            ByteBuffer header = little(50 + raw.length);
            header.putInt(0x04034b50)
                    .putShort((short) 45)
                    .putShort((short) 0x800)
                    .putShort((short) 0);
            header.putInt(0x00210000).putInt((int) crc).putInt(-1).putInt(-1);
            header.putShort((short) raw.length).putShort((short) 20).put(raw);
            return header.putShort((short) 1)
                    .putShort((short) 16)
                    .putLong(octets)
                    .putLong(octets)
                    .flip();
        }

        private static ByteBuffer little(int octets) {
            return ByteBuffer.allocate(octets).order(ByteOrder.LITTLE_ENDIAN);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
