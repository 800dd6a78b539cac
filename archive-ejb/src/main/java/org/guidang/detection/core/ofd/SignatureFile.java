// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.guidang.detection.core.SealInformation;
import org.guidang.shared.Characteristic;

/**
 * Signature.xml (GB/T 33190-2016 18.2): which files a signature protects with which digests, and where its value and
 * its seal lie.
 *
 * @param id of the signature in Signatures.xml
 * @param type "Seal" or "Sign"; Seal where nothing is said
 * @param part name of this Signature.xml
 * @param checkMethod digest algorithm of the references as written; MD5 where nothing is said, as the schema has it
 * @param seal part of the seal file, where one is named
 * @param value part of the signature value
 * @param stamps the seal's appearances; one whose boundary cannot be read has no extent
 */
record SignatureFile(
        String id,
        String type,
        String part,
        String method,
        String checkMethod,
        List<Reference> references,
        Optional<String> seal,
        boolean sealNamed,
        Optional<String> value,
        List<SealInformation.Stamp> stamps) {

    /** Ours: references one signature may hold. */
    private static final int MOST_REFERENCES = 20_000;

    /** One protected file: location as written, its digest, and where the element stood. */
    record Reference(String location, byte[] digest, String place) {}

    /**
     * Reads a signature as Signatures.xml names it.
     *
     * @return empty when it cannot be read, which has been reported
     */
    static Optional<SignatureFile> read(OfdParts parts, OfdReport report, String list, XmlElement named) {
        String place = named.place(list);
        Optional<String> location = named.attribute("BaseLoc");
        if (location.isEmpty()) {
            report.failed("ofd.seal.incomplete", Characteristic.AUTHENTICITY, place, "BaseLoc", "");
            return Optional.empty();
        }
        Optional<String> part = parts.follow(OfdLocation.folderOf(list), location.get(), PartKind.SIGNATURE, place);
        if (part.isEmpty()) {
            report.failed("ofd.seal.dangling", Characteristic.AUTHENTICITY, place, location.get(), "");
            return Optional.empty();
        }
        try {
            XmlElement root = XmlPart.tree(parts.pack(), part.get());
            return Optional.of(read(parts, report, named, part.get(), root));
        } catch (UnreadableOfdException refused) {
            report.failed(refused);
            return Optional.empty();
        }
    }

    private static SignatureFile read(
            OfdParts parts, OfdReport report, XmlElement named, String part, XmlElement root) {
        String folder = OfdLocation.folderOf(part);
        Optional<XmlElement> info = root.first("SignedInfo");
        Optional<XmlElement> references = info.flatMap(element -> element.first("References"));
        if (references.isEmpty()) {
            report.failed(
                    "ofd.seal.incomplete", Characteristic.AUTHENTICITY, root.place(part), "SignedInfo/References", "");
        }
        List<Reference> protectedFiles = new ArrayList<>();
        for (XmlElement reference : references.map(all -> all.all("Reference")).orElse(List.of())) {
            if (protectedFiles.size() == MOST_REFERENCES) {
                report.failed(
                        "ofd.seal.incomplete",
                        Characteristic.SECURITY,
                        reference.place(part),
                        "<= " + MOST_REFERENCES,
                        "");
                break;
            }
            protectedFiles.add(reference(reference, part));
        }
        Optional<XmlElement> seal = info.flatMap(element -> element.first("Seal"));
        Optional<String> value = root.textOf("SignedValue")
                .flatMap(at -> parts.follow(folder, at, PartKind.SIGNED_VALUE, root.place(part)));
        if (value.isEmpty()) {
            report.failed("ofd.seal.no-value", Characteristic.AUTHENTICITY, root.place(part), "SignedValue", "");
        }
        return new SignatureFile(
                named.attribute("ID").orElse(""),
                named.attribute("Type").orElse("Seal"),
                part,
                info.flatMap(element -> element.textOf("SignatureMethod")).orElse(""),
                references.flatMap(all -> all.attribute("CheckMethod")).orElse("MD5"),
                List.copyOf(protectedFiles),
                seal.flatMap(element -> element.textOf("BaseLoc"))
                        .flatMap(at -> parts.follow(folder, at, PartKind.SEAL, root.place(part))),
                seal.isPresent(),
                value,
                info.map(element -> element.all("StampAnnot")).orElse(List.of()).stream()
                        .flatMap(stamp -> stamp.attribute("PageRef").map(page -> stamp(page, stamp)).stream())
                        .toList());
    }

    private static SealInformation.Stamp stamp(String page, XmlElement stamp) {
        String[] box = stamp.attribute("Boundary").orElse("").split("\\s+");
        double[] at = new double[4];
        try {
            for (int i = 0; i < 4 && box.length == 4; i++) {
                at[i] = Math.max(-10_000, Math.min(10_000, Double.parseDouble(box[i])));
            }
        } catch (NumberFormatException notNumbers) {
            at = new double[4];
        }
        return new SealInformation.Stamp(page, at[0], at[1], Math.max(0, at[2]), Math.max(0, at[3]));
    }

    private static Reference reference(XmlElement reference, String part) {
        byte[] digest;
        try {
            digest = Base64.getMimeDecoder()
                    .decode(reference.textOf("CheckValue").orElse(""));
        } catch (IllegalArgumentException notBase64) {
            digest = new byte[0];
        }
        return new Reference(reference.attribute("FileRef").orElse(""), digest, reference.place(part));
    }
}
