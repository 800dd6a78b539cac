// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.guidang.shared.Fixity;
import org.guidang.transfer.A1Row;
import org.guidang.transfer.CanonicalText;

/**
 * What the canonical text of a list says, read back from its octets (form {@code guidang-transfer-list-1}, see {@code
 * CanonicalList}). Only this is signed; whatever else lies beside it has to agree with it.
 *
 * @param resubmits number of the list whose returned packages come again; empty for a first offer
 * @param window code of the organization that hands over
 * @param agency code of the organization that receives
 * @param files of the cases in all packages, as the last line says
 * @param contentOctets of these files
 */
public record SignedList(
        String number,
        int version,
        String resubmits,
        String window,
        String agency,
        List<A1Row> rows,
        List<Pack> packages,
        int packageCount,
        long files,
        long contentOctets) {

    private static final String FORM = "guidang-transfer-list-1";

    /** A package as signed. */
    public record Pack(
            String batch,
            String number,
            int version,
            String applicationNumber,
            int files,
            long contentOctets,
            Fixity zip) {}

    /** The octets are no canonical text of a list. */
    public static final class MalformedException extends IOException {

        private static final long serialVersionUID = 1L;

        MalformedException(String where, Exception cause) {
            super(where, cause);
        }
    }

    /** @throws MalformedException naming the line that cannot be read */
    public static SignedList parse(byte[] text) throws MalformedException {
        String decoded;
        try {
            decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            throw new MalformedException("UTF-8", otherEncoding);
        }
        return new Reading().all(CanonicalText.lines(decoded));
    }

    public ListCheckpoint checkpoint(String sm3) {
        return ListCheckpoint.of(
                number,
                version,
                sm3,
                packages.stream()
                        .map(pack -> new ListCheckpoint.Leaf(pack.number(), pack.version(), pack.zip()))
                        .toList());
    }

    private static final class Reading {

        private final List<A1Row> rows = new ArrayList<>();
        private final List<Pack> packages = new ArrayList<>();
        private int at;

        SignedList all(List<List<String>> lines) throws MalformedException {
            try {
                require(lines.size() > 4 && lines.get(0).equals(List.of(PaperWords.TITLE, FORM)));
                List<String> list = next(lines, "list", 4);
                String window = next(lines, "window", 2).get(1);
                String agency = next(lines, "agency", 2).get(1);
                while (++at < lines.size() - 1) {
                    content(lines.get(at));
                }
                at--;
                List<String> total = next(lines, "total", 4);
                return new SignedList(
                        list.get(1),
                        Integer.parseInt(list.get(2)),
                        list.get(3),
                        window,
                        agency,
                        List.copyOf(rows),
                        List.copyOf(packages),
                        Integer.parseInt(total.get(1)),
                        Long.parseLong(total.get(2)),
                        Long.parseLong(total.get(3)));
            } catch (RuntimeException malformed) {
                throw new MalformedException("line " + (at + 1), malformed);
            }
        }

        private List<String> next(List<List<String>> lines, String name, int fields) {
            List<String> line = lines.get(++at);
            require(line.get(0).equals(name) && line.size() == fields);
            return line;
        }

        private void content(List<String> line) {
            if (line.get(0).equals("row") && line.size() == 8 && packages.isEmpty()) {
                rows.add(new A1Row(
                        Integer.parseInt(line.get(1)),
                        line.get(2),
                        line.get(3),
                        line.get(4),
                        Integer.parseInt(line.get(5)),
                        line.get(6),
                        line.get(7)));
                return;
            }
            require(line.get(0).equals("package") && line.size() == 12);
            packages.add(new Pack(
                    line.get(1),
                    line.get(2),
                    Integer.parseInt(line.get(3)),
                    line.get(4),
                    Integer.parseInt(line.get(5)),
                    Long.parseLong(line.get(6)),
                    new Fixity(Long.parseLong(line.get(7)), line.get(8), line.get(9))));
        }

        private static void require(boolean holds) {
            if (!holds) {
                throw new IllegalArgumentException("not as the form has it");
            }
        }
    }
}
