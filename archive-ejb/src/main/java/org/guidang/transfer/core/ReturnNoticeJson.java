// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.guidang.transfer.Decision;
import org.guidang.transfer.OfferedPackage;
import org.guidang.transfer.TransferList;

/**
 * The reply of an agency to a list (退回通知): what became of every package, with the reasons of those that went back, for
 * the machine of the window.
 */
public final class ReturnNoticeJson {

    private ReturnNoticeJson() {}

    /** The stream is flushed and left open. */
    public static void write(TransferList list, OutputStream out) {
        JsonGenerator json = Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createGenerator(out, StandardCharsets.UTF_8);
        json.writeStartObject()
                .write("form", "guidang-transfer-reply-1")
                .write("list", list.number().value())
                .write("version", list.version())
                .write("state", list.state().name())
                .write("window", list.window())
                .write("agency", list.agency())
                .write("offered", list.totals().packages())
                .write("accepted", list.totals().accepted())
                .write("returned", list.totals().returned())
                .write("pending", list.totals().pending());
        json.writeStartArray("returnedPackages");
        for (OfferedPackage pack : list.allPackages()) {
            if (pack.decision() == Decision.RETURNED) {
                TransferListJson.write(json, pack);
            }
        }
        json.writeEnd().writeEnd().flush();
    }
}
