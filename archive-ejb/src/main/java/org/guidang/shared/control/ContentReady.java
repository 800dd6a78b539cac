// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The volume of the content store takes octets and syncs them. */
@ApplicationScoped
class ContentReady implements ReadinessCheck {

    @Inject
    DataDirectory data;

    @Override
    public String name() {
        return "content-store";
    }

    @Override
    public void examine() throws IOException {
        Path probe = Files.createTempFile(data.folder("store"), "probe", ".tmp");
        try (FileChannel out = FileChannel.open(probe, StandardOpenOption.WRITE)) {
            int written = out.write(StandardCharsets.US_ASCII.encode("ready"));
            out.force(true);
            if (written != 5) {
                throw new IOException("volume took " + written + " of 5 octets");
            }
        } finally {
            Files.deleteIfExists(probe);
        }
    }
}
