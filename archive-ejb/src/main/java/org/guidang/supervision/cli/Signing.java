// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.cli;

import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.guidang.seal.TimeStampUnavailableException;
import org.guidang.seal.core.HttpTimeStampAuthority;
import org.guidang.seal.core.KeyFile;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.TimeStampAuthority;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Digest;

/** Keys and time-stamps the command line signs with. */
final class Signing {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Options options;
    private final Trust trust;
    private final Clock clock;

    Signing(Options options, Trust trust, Clock clock) {
        this.options = options;
        this.trust = trust;
        this.clock = clock;
    }

    /** The key in the file that an option names. */
    SigningKey key(String option) throws UsageException {
        Path file = Options.path(options.values().get(option));
        if (file == null || !Files.isRegularFile(file)) {
            throw new UsageException("supervision.cli.no-such-file", file);
        }
        try {
            return KeyFile.read(file, password(), "archivectl", false);
        } catch (IOException | GeneralSecurityException unusable) {
            throw new UsageException("supervision.cli.key-unusable", file);
        }
    }

    private static char[] password() throws UsageException {
        String given = System.getenv("ARCHIVECTL_PASSWORD");
        if (given != null) {
            return given.toCharArray();
        }
        Console terminal = System.console();
        if (terminal == null) {
            throw new UsageException("supervision.cli.no-password");
        }
        return terminal.readPassword("PKCS#12: ");
    }

    /** The named authority, believed only by the anchors given; without one the time-stamp stays pending. */
    TimeStampAuthority authority() throws UsageException {
        String address = options.values().get("tsa");
        if (address == null) {
            return new Nobody();
        }
        try {
            return new HttpTimeStampAuthority(List.of(URI.create(address)), null, PATIENCE, () -> trust, clock);
        } catch (IllegalArgumentException malformed) {
            throw new UsageException("supervision.cli.option-unknown", address);
        }
    }

    private static final class Nobody implements TimeStampAuthority {

        @Override
        public byte[] stamp(Digest imprint) {
            throw new TimeStampUnavailableException("seal.authority.none");
        }

        @Override
        public boolean demonstration() {
            return false;
        }
    }
}
