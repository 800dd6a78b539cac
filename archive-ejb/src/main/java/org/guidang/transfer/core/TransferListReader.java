// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.guidang.shared.Finding;
import org.guidang.transfer.A1Row;

/**
 * Reads a 政务服务电子档案移交清单 that comes from elsewhere, as CSV, as Excel (.xlsx) or as XML of either edition; what it is, is
 * decided by its content. The same rules hold for all, and the same findings come out.
 */
public final class TransferListReader {

    private static final int BYTE_ORDER_MARK = 3;

    private TransferListReader() {}

    /**
     * What was read. The list is usable when no finding is of level MUST.
     *
     * @param rows those that could be read whole
     * @param checkpoint of a list of ours, see {@link ListCheckpoint#text}; empty when it has none
     */
    public record Result(List<A1Row> rows, List<Finding> findings, String checkpoint) {}

    /**
     * @param name by which findings call the file
     * @throws IOException when the octets cannot be read; a bad list is told by findings
     */
    public static Result read(Path file, String name) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(BYTE_ORDER_MARK + 1);
        }
        if (head.length > 1 && head[0] == 'P' && head[1] == 'K') {
            return TransferListExcelReader.read(file, name);
        }
        boolean marked = head.length > BYTE_ORDER_MARK && head[0] == (byte) 0xEF;
        try (InputStream in = Files.newInputStream(file)) {
            return head.length > 0 && head[marked ? BYTE_ORDER_MARK : 0] == '<'
                    ? TransferListXmlReader.read(in, name)
                    : TransferListCsvReader.read(in, name);
        }
    }
}
