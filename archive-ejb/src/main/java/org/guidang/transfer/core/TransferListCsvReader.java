// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads a list as CSV: UTF-8 with or without byte order mark, RFC 4180, the seven columns of table A.1 in their order.
 */
final class TransferListCsvReader {

    private static final int LONGEST_FIELD = 10_000;

    private TransferListCsvReader() {}

    /** @throws IOException when the octets cannot be read; a bad list is told by findings */
    static TransferListReader.Result read(InputStream csv, String name) throws IOException {
        RowChecks checks = new RowChecks(name, RowChecks::ofTable);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            CsvLines lines = new CsvLines(new BufferedReader(new InputStreamReader(csv, decoder)), LONGEST_FIELD);
            if (checks.head(lines.next())) {
                List<String> fields = lines.next();
                while (fields != null && checks.row(RowChecks.unguarded(fields), lines.line())) {
                    fields = lines.next();
                }
            }
        } catch (CharacterCodingException otherEncoding) {
            checks.failed("transfer.csv.encoding", "", "UTF-8", "");
        } catch (CsvLines.MalformedException malformed) {
            checks.failed("transfer.csv.malformed", "line " + malformed.line(), "RFC 4180", malformed.getMessage());
        }
        return checks.end();
    }
}
