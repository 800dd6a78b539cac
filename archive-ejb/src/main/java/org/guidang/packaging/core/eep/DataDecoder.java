// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.eep;

import java.io.IOException;
import java.io.OutputStream;
import org.guidang.shared.Fixity;
import org.guidang.shared.core.FixityMeter;

/** The text of one 编码数据 on its way: decoded, measured, and given to whom it may concern. */
final class DataDecoder extends OutputStream {

    private final OutputStream wanted;
    private final FixityMeter meter = new FixityMeter();
    private final Base64Text text = new Base64Text(this);
    private boolean good;

    /** @param wanted takes the octets and is closed at the end; null when nobody does */
    DataDecoder(OutputStream wanted) {
        this.wanted = wanted;
    }

    void text(char[] chars, int offset, int count) throws IOException {
        text.text(chars, offset, count);
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int count) throws IOException {
        meter.write(octets, offset, count);
        if (wanted != null) {
            wanted.write(octets, offset, count);
        }
    }

    /** Ends the text. */
    Fixity finish() throws IOException {
        good = text.finish();
        if (wanted != null) {
            wanted.close();
        }
        return meter.fixity();
    }

    /** Whether it was base64, completely; known at the end. */
    boolean good() {
        return good;
    }
}
