// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guidang.packaging.core.PackageEntry;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.zip.StoredZipWriter;
import org.guidang.shared.Fixity;

/**
 * Writes a package as an OCFL 1.1 object of one version, serialized as a zip: SHA-512 addresses the content, SM3 and
 * SHA-256 stand in the fixity block.
 */
public final class OcflExport {

    private static final String VERSION = "v1";

    private final PackageView view;
    private final Instant created;
    private final Map<String, List<String>> bySha512 = new TreeMap<>();
    private final Map<String, List<String>> bySm3 = new TreeMap<>();
    private final Map<String, List<String>> bySha256 = new TreeMap<>();

    private OcflExport(PackageView view, Instant created) {
        this.view = view;
        this.created = created;
    }

    /** @param target must not exist */
    public static void write(PackageView view, Instant created, Path target) throws IOException {
        new OcflExport(view, created).write(target);
    }

    private void write(Path target) throws IOException {
        String number = view.manifest()
                .map(manifest -> manifest.number + "-v" + manifest.version)
                .orElse("package");
        try (StoredZipWriter zip = new StoredZipWriter(target)) {
            String top = number + "/";
            zip.add(top + "0=ocfl_object_1.1", "ocfl_object_1.1\n".getBytes(StandardCharsets.US_ASCII));
            for (PackageEntry entry : view.entries()) {
                content(zip, top, entry);
            }
            byte[] inventory = inventory("urn:guidang:package:" + number);
            String digest = HexFormat.of().formatHex(BagExport.sha512().digest(inventory));
            byte[] sidecar = (digest + " inventory.json\n").getBytes(StandardCharsets.US_ASCII);
            for (String place : List.of(top, top + VERSION + "/")) {
                zip.add(place + "inventory.json", inventory);
                zip.add(place + "inventory.json.sha512", sidecar);
            }
            zip.finish();
        }
    }

    private void content(StoredZipWriter zip, String top, PackageEntry entry) throws IOException {
        MessageDigest longer = BagExport.sha512();
        try (InputStream content = new DigestInputStream(view.open(entry.path()), longer)) {
            Fixity fixity = zip.add(top + VERSION + "/content/" + entry.path(), content, entry.octets());
            add(bySha512, HexFormat.of().formatHex(longer.digest()), entry.path());
            add(bySm3, fixity.sm3(), entry.path());
            add(bySha256, fixity.sha256(), entry.path());
        }
    }

    private static void add(Map<String, List<String>> paths, String digest, String path) {
        paths.computeIfAbsent(digest, first -> new ArrayList<>()).add(path);
    }

    private byte[] inventory(String id) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.createGenerator(octets)) {
            json.writeStartObject()
                    .write("id", id)
                    .write("type", "https://ocfl.io/1.1/spec/#inventory")
                    .write("digestAlgorithm", "sha512")
                    .write("head", VERSION);
            block(json, "manifest", bySha512, VERSION + "/content/");
            json.writeStartObject("fixity");
            block(json, "sm3", bySm3, VERSION + "/content/");
            block(json, "sha256", bySha256, VERSION + "/content/");
            json.writeEnd();
            json.writeStartObject("versions").writeStartObject(VERSION);
            json.write("created", created.truncatedTo(ChronoUnit.SECONDS).toString())
                    .write("message", "exported")
                    .writeStartObject("user")
                    .write("name", "Guidang")
                    .write("address", "urn:guidang:archivectl")
                    .writeEnd();
            block(json, "state", bySha512, "");
            json.writeEnd().writeEnd().writeEnd();
        }
        return octets.toByteArray();
    }

    private static void block(JsonGenerator json, String name, Map<String, List<String>> paths, String before) {
        json.writeStartObject(name);
        paths.forEach((digest, all) -> {
            json.writeStartArray(digest);
            all.forEach(path -> json.write(before + path));
            json.writeEnd();
        });
        json.writeEnd();
    }
}
