// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Key files in PKCS#12 (RFC 7292) with AES, readable by their owner only, replaced whole or not at all. */
public final class KeyFile {

    private KeyFile() {}

    /**
     * Reads the first key of a file with its chain.
     *
     * @throws GeneralSecurityException when it holds no key we sign with
     * @throws IOException when the file is damaged or the password is wrong
     */
    public static SigningKey read(Path file, char[] password, String owner, boolean demonstration)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12", Cryptography.provider());
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        for (String alias : Collections.list(store.aliases())) {
            Key key = store.getKey(alias, password);
            if (key instanceof PrivateKey secret && store.getCertificateChain(alias) != null) {
                return signingKey(owner, secret, store.getCertificateChain(alias), demonstration);
            }
        }
        throw new KeyStoreException("no key with a certificate in " + file.getFileName());
    }

    private static SigningKey signingKey(String owner, PrivateKey key, Certificate[] chain, boolean demonstration)
            throws GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Certificate certificate : chain) {
            certificates.add(Cryptography.certificate(certificate.getEncoded()));
        }
        Suite suite = Suite.of(certificates.get(0).getPublicKey())
                .orElseThrow(() -> new KeyStoreException("not a key we sign with: " + owner));
        return new SigningKey(owner, suite, key, certificates, Cryptography.provider(), demonstration);
    }

    /** Writes a key: to a file beside, synced, renamed, folder synced; mode 0600 from the start. */
    public static void write(Path file, SigningKey key, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12-AES256-AES128", Cryptography.provider());
        store.load(null, null);
        store.setKeyEntry(key.owner(), key.key(), password, key.chain().toArray(new X509Certificate[0]));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        store.store(content, password);
        writeDurably(file, content.toByteArray());
    }

    /** Writes octets whole or not at all, readable by the owner only. */
    static void writeDurably(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path staged = folder.resolve("." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel out = FileChannel.open(
                    staged, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(folder))) {
                for (ByteBuffer rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                    out.write(rest);
                }
                out.force(true);
            }
            Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        Set<String> views = folder.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
