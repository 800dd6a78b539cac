// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.guidang.seal.SigningKeyUnavailableException;

/**
 * Keys in a folder of PKCS#12 files, one per owner, named {@link KeyOwner#alias()} with {@code .p12}, all under one
 * password. A file that is replaced is read anew at the next start.
 */
public final class KeyFolder implements SigningKeyProvider {

    private final Map<String, Optional<SigningKey>> read = new ConcurrentHashMap<>();
    private KeySettings settings;

    @Override
    public String name() {
        return "pkcs12";
    }

    @Override
    public void open(KeySettings given) {
        settings = given;
    }

    @Override
    public Optional<SigningKey> find(KeyOwner owner) {
        return key(owner.alias());
    }

    @Override
    public List<SigningKey> all() {
        try (Stream<Path> files = Files.list(settings.place())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".p12"))
                    .map(name -> key(name.substring(0, name.length() - 4)))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException unreadable) {
            throw new SigningKeyUnavailableException("seal.key.unreadable", "*");
        }
    }

    private Optional<SigningKey> key(String alias) {
        return read.computeIfAbsent(alias, this::load);
    }

    private Optional<SigningKey> load(String alias) {
        Path file = settings.place().resolve(alias + ".p12");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        char[] password = settings.password().get();
        try {
            return Optional.of(KeyFile.read(file, password, alias, false));
        } catch (IOException | GeneralSecurityException unreadable) {
            // The cause may quote what was typed; only the name is told.
            throw new SigningKeyUnavailableException("seal.key.unreadable", alias);
        } finally {
            Arrays.fill(password, ' ');
        }
    }
}
