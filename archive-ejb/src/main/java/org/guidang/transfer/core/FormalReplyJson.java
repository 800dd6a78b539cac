// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.guidang.transfer.Decision;
import org.guidang.transfer.FormalReply;
import org.guidang.transfer.OfferedPackage;
import org.guidang.transfer.TransferList;

/** The text of a formal reply (正式答复): every package offered, accepted or returned, with reasons. */
public final class FormalReplyJson {

    /** Name of the form. */
    public static final String FORM = "guidang-formal-reply-1";

    private FormalReplyJson() {}

    /** UTF-8; the same list in the same state gives the same octets. */
    public static byte[] of(TransferList list, FormalReply.Answer answer, String agencyName) {
        List<OfferedPackage> all = list.allPackages();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonGenerator json = Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createGenerator(out, StandardCharsets.UTF_8);
        json.writeStartObject()
                .write("form", FORM)
                .write("list", list.number().value())
                .write("version", list.version())
                .write("answer", answer.name())
                .write("window", list.window())
                .write("agency", list.agency())
                .write("agencyName", agencyName)
                .write("offered", all.size())
                .write("accepted", count(all, Decision.ACCEPTED))
                .write("returned", count(all, Decision.RETURNED))
                .write("sm3", list.current().map(fixed -> fixed.text().sm3()).orElse(""));
        json.writeStartArray("packages");
        all.forEach(pack -> TransferListJson.write(json, pack));
        json.writeEnd().writeEnd().close();
        return out.toByteArray();
    }

    private static long count(List<OfferedPackage> packages, Decision decision) {
        return packages.stream().filter(pack -> pack.decision() == decision).count();
    }
}
