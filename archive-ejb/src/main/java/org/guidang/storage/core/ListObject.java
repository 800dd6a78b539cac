// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.core;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guidang.transfer.PartySignature;
import org.guidang.transfer.Signed;
import org.guidang.transfer.TransferList;

/** The signed list as an object of the holdings beside its packages: the canonical text and both signatures. */
public final class ListObject {

    public static final String TEXT = "list.txt";

    private ListObject() {}

    public static String id(String listNumber) {
        return "urn:guidang:transfer-list:" + listNumber;
    }

    /** The documents of the object, by path: the text that was signed, and a detached CMS per party. */
    public static Map<String, byte[]> documents(TransferList list, byte[] text) {
        Map<String, byte[]> documents = new LinkedHashMap<>();
        documents.put(TEXT, text);
        for (org.guidang.transfer.Party party : org.guidang.transfer.Party.values()) {
            Signed signed =
                    list.signatureOf(party).map(PartySignature::asSigned).orElseThrow();
            String name = party.name().toLowerCase(java.util.Locale.ROOT);
            documents.put(name + ".p7s", Base64.getDecoder().decode(signed.cms()));
            documents.put(name + ".txt", who(signed).getBytes(StandardCharsets.UTF_8));
        }
        return documents;
    }

    private static String who(Signed signed) {
        return String.join(
                        "\n",
                        signed.displayName(),
                        signed.organizationName(),
                        signed.certificate(),
                        signed.at().toString(),
                        "SM3 " + signed.sm3())
                + "\n";
    }
}
