// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.core;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.guidang.shared.Fixity;
import org.guidang.storage.Holding;
import org.guidang.storage.Provenance;

/** The document by which an object of the holdings tells what it is, so that the index can be made from the storage. */
public final class HoldingDocument {

    public static final String PATH = "holding.json";

    private static final String FORM = "guidang-holding-1";

    private HoldingDocument() {}

    /** UTF-8, indented, the same for the same holding. */
    public static byte[] of(Holding holding, String packagePath) {
        Provenance from = holding.provenance();
        JsonObjectBuilder document = Json.createObjectBuilder()
                .add("form", FORM)
                .add("archivalCode", holding.archivalCode())
                .add("fonds", from.fonds())
                .add("applicationNumber", from.applicationNumber())
                .add("title", from.title())
                .add("itemCode", from.itemCode())
                .add("itemName", from.itemName())
                .add("retention", from.retention())
                .add("closedYear", from.closedYear())
                .add("window", from.window())
                .add("agency", from.agency())
                .add(
                        "transferList",
                        Json.createObjectBuilder()
                                .add("number", from.listNumber())
                                .add("version", from.listVersion())
                                .add("object", ListObject.id(from.listNumber())))
                .add(
                        "package",
                        Json.createObjectBuilder()
                                .add("number", from.packageNumber())
                                .add("version", from.packageVersion())
                                .add("path", packagePath)
                                .add("octets", holding.zip().octets())
                                .add("sm3", holding.zip().sm3())
                                .add("sha256", holding.zip().sha256()));
        return written(document.build());
    }

    /** What the document says the package is. */
    public static Fixity packageFixity(JsonObject document) {
        JsonObject pack = document.getJsonObject("package");
        return new Fixity(
                pack.getJsonNumber("octets").longValueExact(), pack.getString("sm3"), pack.getString("sha256"));
    }

    static byte[] written(JsonObject document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(out)) {
            writer.writeObject(document);
        }
        return out.toByteArray();
    }
}
