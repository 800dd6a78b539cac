// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.guidang.shared.Fixity;
import org.guidang.transfer.A1Row;
import org.guidang.transfer.ListVersion;
import org.guidang.transfer.OfferedPackage;
import org.guidang.transfer.Party;
import org.guidang.transfer.PartySignature;
import org.guidang.transfer.Signed;
import org.guidang.transfer.TransferList;

/**
 * One version of a list as it goes out of the house: on paper, as JSON and as XML, always the same facts.
 *
 * @param resubmits number of the list whose returned packages come again; empty for a first offer
 * @param rows table A.1
 * @param packages behind the rows
 * @param text canonical text, whose digest both parties sign
 * @param fixity of that text; null for a draft, which is signed by nobody
 * @param checkpoint over text and packages; null for a draft
 * @param signatures under this version
 * @param demonstration whether keys of the demonstration were used, which must be said
 */
public record PrintedList(
        String number,
        int version,
        String resubmits,
        String window,
        String windowName,
        String agency,
        String agencyName,
        List<A1Row> rows,
        List<OfferedPackage> packages,
        byte[] text,
        Fixity fixity,
        ListCheckpoint checkpoint,
        List<Signed> signatures,
        boolean demonstration) {

    public static PrintedList of(
            TransferList list, int version, String windowName, String agencyName, boolean demonstration) {
        List<OfferedPackage> packages = list.packages(version);
        Fixity fixity = list.versions().stream()
                .filter(fixed -> fixed.version() == version)
                .map(ListVersion::text)
                .findFirst()
                .orElse(null);
        return new PrintedList(
                list.number().value(),
                version,
                list.resubmits().map(Object::toString).orElse(""),
                list.window(),
                windowName,
                list.agency(),
                agencyName,
                list.a1Rows(version),
                packages,
                list.text(version).toString().getBytes(StandardCharsets.UTF_8),
                fixity,
                fixity == null ? null : checkpoint(list.number().value(), version, fixity, packages),
                Stream.of(Party.values())
                        .flatMap(party -> list.signatureOf(party).stream())
                        .map(PartySignature::asSigned)
                        .filter(signed -> signed.listVersion() == version)
                        .toList(),
                demonstration);
    }

    private static ListCheckpoint checkpoint(String number, int version, Fixity text, List<OfferedPackage> packages) {
        return ListCheckpoint.of(
                number,
                version,
                text.sm3(),
                packages.stream()
                        .map(pack -> new ListCheckpoint.Leaf(pack.packageNumber(), pack.packageVersion(), pack.zip()))
                        .toList());
    }

    /** The signature of a party; null while there is none. */
    Signed of(Party party) {
        return signatures.stream()
                .filter(signed -> signed.party() == party)
                .findFirst()
                .orElse(null);
    }
}
