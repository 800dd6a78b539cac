// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.guidang.shared.Fixity;
import org.guidang.transfer.A1Row;
import org.guidang.transfer.Party;
import org.guidang.transfer.Signed;

/** Reads the JSON of a list or receipt, see {@link TransferListJson}; edition 1 lacks text and checkpoint. */
final class PresentedJson {

    static final String FIRST_EDITION = "guidang-transfer-list-1";

    private static final Set<String> FORMS = Set.of(TransferListJson.LIST, TransferListJson.RECEIPT, FIRST_EDITION);

    private PresentedJson() {}

    static PresentedList read(byte[] octets) throws PresentedList.UnknownFormException {
        try (var reader = Json.createReader(new ByteArrayInputStream(octets))) {
            JsonObject json = reader.readObject();
            String form = json.getString("form", "");
            if (!FORMS.contains(form)) {
                throw new PresentedList.UnknownFormException(form, null);
            }
            if (form.equals(TransferListJson.RECEIPT)
                    == json.getString("receipt", "").isEmpty()) {
                throw new PresentedList.UnknownFormException("receipt", null);
            }
            return read(json);
        } catch (RuntimeException malformed) {
            throw new PresentedList.UnknownFormException(malformed.getMessage(), malformed);
        }
    }

    private static PresentedList read(JsonObject json) {
        int version = json.getInt("version");
        String text = json.getString("text", null);
        return new PresentedList(
                json.getString("receipt", ""),
                json.getString("number"),
                version,
                json.getString("resubmits"),
                json.getJsonObject("window").getString("code"),
                json.getJsonObject("window").getString("name"),
                json.getJsonObject("agency").getString("code"),
                json.getJsonObject("agency").getString("name"),
                objects(json, "rows").stream().map(PresentedJson::row).toList(),
                objects(json, "packages").stream().map(PresentedJson::pack).toList(),
                text == null ? null : text.getBytes(StandardCharsets.UTF_8),
                json.containsKey("checkpoint")
                        ? proof(json.getJsonObject("digest"), json.getJsonObject("checkpoint"))
                        : null,
                objects(json, "signatures").stream()
                        .map(signed -> signature(signed, version))
                        .toList(),
                json.getBoolean("demonstration", false));
    }

    private static List<JsonObject> objects(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonObject.class);
    }

    private static A1Row row(JsonObject row) {
        return new A1Row(
                row.getInt("sequence"),
                row.getString("batch"),
                row.getString("itemName"),
                row.getString("itemType"),
                row.getInt("packages"),
                row.getString("opinion"),
                row.getString("remark"));
    }

    private static SignedList.Pack pack(JsonObject pack) {
        return new SignedList.Pack(
                pack.getString("batch"),
                pack.getString("number"),
                pack.getInt("version"),
                pack.getString("applicationNumber"),
                pack.getInt("files"),
                pack.getJsonNumber("contentOctets").longValueExact(),
                new Fixity(
                        pack.getJsonNumber("octets").longValueExact(),
                        pack.getString("sm3"),
                        pack.getString("sha256")));
    }

    private static PresentedList.Proof proof(JsonObject digest, JsonObject checkpoint) {
        return new PresentedList.Proof(
                digest.getJsonNumber("octets").longValueExact(),
                digest.getString("sm3"),
                digest.getString("sha256"),
                checkpoint.getString("root"),
                checkpoint.getJsonNumber("packages").longValueExact(),
                checkpoint.getJsonNumber("octets").longValueExact(),
                checkpoint.getString("text"));
    }

    private static Signed signature(JsonObject signed, int version) {
        return new Signed(
                Party.valueOf(signed.getString("party")),
                signed.getString("userName"),
                signed.getString("name"),
                signed.getString("organization"),
                signed.getString("organizationName"),
                signed.getString("certificate"),
                version,
                signed.getString("sm3"),
                signed.getString("cms"),
                signed.getBoolean("timeStamped") ? "" : null,
                Instant.parse(signed.getString("signedAt")));
    }
}
