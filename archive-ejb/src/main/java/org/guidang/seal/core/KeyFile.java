// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

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
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

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

    /**
     * Writes a key: to a file beside, synced, renamed, folder synced; mode 0600 from the start.
     *
     * @param rounds of key derivation from the password; a hundred thousand for a password that is worth guessing
     */
    public static void write(Path file, SigningKey key, char[] password, int rounds)
            throws IOException, GeneralSecurityException {
        try {
            OutputEncryptor encryptor = new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                    .setProvider(Cryptography.provider())
                    .setIterationCount(rounds)
                    .build(password);
            List<PKCS12SafeBag> certificates = new ArrayList<>();
            DERBMPString label = new DERBMPString(key.owner());
            SubjectKeyIdentifier id = new JcaX509ExtensionUtils()
                    .createSubjectKeyIdentifier(key.certificate().getPublicKey());
            for (X509Certificate certificate : key.chain()) {
                JcaPKCS12SafeBagBuilder bag = new JcaPKCS12SafeBagBuilder(certificate);
                if (certificates.isEmpty()) {
                    bag.addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, label);
                    bag.addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, id);
                }
                certificates.add(bag.build());
            }
            PKCS12SafeBagBuilder secret = new JcaPKCS12SafeBagBuilder(key.key(), encryptor);
            secret.addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, label);
            secret.addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, id);
            byte[] content = new PKCS12PfxPduBuilder()
                    .addEncryptedData(encryptor, certificates.toArray(new PKCS12SafeBag[0]))
                    .addData(secret.build())
                    .build(
                            new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256)
                                    .setProvider(Cryptography.provider())
                                    .setIterationCount(rounds),
                            password)
                    .getEncoded(ASN1Encoding.DER);
            writeDurably(file, content);
        } catch (OperatorCreationException | PKCSException unlikely) {
            throw new GeneralSecurityException(unlikely);
        }
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
