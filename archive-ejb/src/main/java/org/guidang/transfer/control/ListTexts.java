// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.guidang.shared.ContentStore;
import org.guidang.shared.Fixity;
import org.guidang.shared.core.FixityMeter;

/** Keeps the canonical texts that are signed, so that a signature can be verified whatever the code makes of the rows. */
@ApplicationScoped
public class ListTexts {

    @Inject
    ContentStore contents;

    /** On return the octets are on disk. */
    public Fixity keep(byte[] text) {
        try {
            Fixity kept = contents.keep(new ByteArrayInputStream(text), text.length);
            if (!kept.equals(FixityMeter.measure(text))) {
                throw new IOException("text of a list was kept as other octets");
            }
            return kept;
        } catch (IOException notKept) {
            throw new UncheckedIOException(notKept);
        }
    }

    /** The text as it was when the version was fixed. */
    public byte[] read(Fixity text) {
        try (var in = contents.open(text)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
