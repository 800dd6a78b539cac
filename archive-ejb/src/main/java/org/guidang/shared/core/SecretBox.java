// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Locks secrets that lie in the database: AES-256-GCM under a key in a file of its own, readable by its owner alone. Who has
 * the database without the file has nothing; a secret moved to another row does not open.
 */
public final class SecretBox {

    private static final int KEY_OCTETS = 32;
    private static final int NONCE_OCTETS = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    private SecretBox(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** Opens the box with the key in the file; makes the key, synced, when there is no file yet. */
    public static SecretBox at(Path file) throws IOException {
        if (!Files.exists(file)) {
            make(file);
        }
        byte[] octets = Files.readAllBytes(file);
        if (octets.length != KEY_OCTETS) {
            throw new IOException(file.getFileName() + " holds " + octets.length + " octets, not " + KEY_OCTETS);
        }
        return new SecretBox(octets);
    }

    private static void make(Path file) throws IOException {
        byte[] octets = new byte[KEY_OCTETS];
        new SecureRandom().nextBytes(octets);
        Path made = Files.createTempFile(
                file.getParent(),
                ".key",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(made, Set.of(StandardOpenOption.WRITE))) {
            channel.write(ByteBuffer.wrap(octets));
            channel.force(true);
        }
        try {
            // Unlike a rename this never takes the place of a key that another made meanwhile.
            Files.createLink(file, made);
        } catch (FileAlreadyExistsException another) {
            return;
        } finally {
            Files.delete(made);
        }
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** @param place what the secret belongs to; it opens nowhere else */
    public String lock(String secret, String place) {
        byte[] nonce = new byte[NONCE_OCTETS];
        random.nextBytes(nonce);
        try {
            byte[] locked = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(nonce.length + locked.length)
                            .put(nonce)
                            .put(locked)
                            .array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws GeneralSecurityException when it was not locked with this key for this place */
    public String open(String locked, String place) throws GeneralSecurityException {
        byte[] octets = Base64.getDecoder().decode(locked);
        byte[] nonce = java.util.Arrays.copyOf(octets, NONCE_OCTETS);
        byte[] secret =
                cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(octets, NONCE_OCTETS, octets.length - NONCE_OCTETS);
        return new String(secret, StandardCharsets.UTF_8);
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
