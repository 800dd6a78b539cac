// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.report;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writers close what they write to; the caller's stream is the caller's to close. */
final class UnclosedStream extends FilterOutputStream {

    UnclosedStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] octets, int from, int count) throws IOException {
        out.write(octets, from, count);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
