// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.guidang.intake.Source;
import org.guidang.intake.boundary.IncomingFile;
import org.guidang.intake.core.sample.SampleDataCertificate;
import org.guidang.intake.core.sample.SampleOfd;
import org.guidang.intake.core.sample.SamplePdf;
import org.guidang.intake.core.sample.SampleRecord;
import org.guidang.intake.core.sample.SampleScan;
import org.guidang.issuing.IssuingRecordData;
import org.guidang.issuing.core.DataCertificate.Item;
import org.guidang.issuing.core.IssuingRecordReader;
import org.guidang.organization.OrganizationRepository;
import org.guidang.seal.control.Keys;
import org.guidang.seal.control.TimeStamps;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.ses.DemonstrationSeal;
import org.guidang.shared.core.PrintFonts;

/** Makes the files of the demonstration's cases with the demonstration's keys. */
@ApplicationScoped
class DemonstrationFiles {

    @Inject
    Keys keys;

    @Inject
    TimeStamps stamps;

    @Inject
    OrganizationRepository organizations;

    @Inject
    Clock clock;

    private final PrintFonts fonts = PrintFonts.with(List.of());
    private final Map<String, DemonstrationSeal> seals = new HashMap<>();

    /** A form the applicant handed in through the platform, signed by the platform of the window. */
    IncomingFile form(String material, List<String> lines, String window) throws IOException, GeneralSecurityException {
        byte[] pdf = SamplePdf.of(fonts, material, lines, keys.ofOrganization(window), clock.instant());
        return IncomingFile.of(material + ".pdf", material, Source.APPLICANT, null, pdf);
    }

    /** A paper of the handling, made by the agency's system and signed by it. */
    IncomingFile paper(String material, List<String> lines, String agency)
            throws IOException, GeneralSecurityException {
        byte[] pdf = SamplePdf.of(fonts, material, lines, keys.ofOrganization(agency), clock.instant());
        return IncomingFile.of(material + ".pdf", material, Source.SYSTEM, null, pdf);
    }

    /** What the case came to: an OFD under the agency's seal. */
    IncomingFile result(String material, List<String> lines, String agency, String number)
            throws IOException, GeneralSecurityException {
        return IncomingFile.of(material + ".ofd", material, Source.SYSTEM, null, ofd(material, lines, agency, number));
    }

    /** A paper signed on the spot and scanned (6.1.4). */
    IncomingFile scan(String material, long seed) throws IOException {
        return IncomingFile.of(material + ".jpg", material, Source.SCAN, null, SampleScan.of(seed));
    }

    /** A certificate with layout fetched from the sharing platform, with its record (6.1, 6.2). */
    List<IncomingFile> issuing(
            String number, String itemCode, String material, String sponsor, List<String> lines, String agency)
            throws IOException, GeneralSecurityException {
        byte[] ofd = ofd(material, lines, agency, number + material);
        String component = material.replace("证明", "") + "电子证照.ofd";
        return List.of(
                IncomingFile.of(component, material, Source.SHARED_DATA, material, ofd),
                record(number, itemCode, material, sponsor));
    }

    /** A certificate without layout, with its record (8.3, 附录 B). */
    List<IncomingFile> dataIssuing(
            String number, String itemCode, String material, String sponsor, List<Item> items, String agency)
            throws GeneralSecurityException {
        byte[] xml = SampleDataCertificate.of(
                material,
                organizations.get(agency).name(),
                id(number + material),
                items,
                keys.ofOrganization(agency),
                stamps::stamp);
        return List.of(
                IncomingFile.of(material + "电子证照.xml", material, Source.SHARED_DATA, material, xml),
                record(number, itemCode, material, sponsor));
    }

    /** The slip of the printed sample: a start tag closed by a misspelt end tag. Such a record is refused. */
    IncomingFile misprintedRecord(String number, String itemCode, String material, String sponsor) {
        byte[] sound = SampleRecord.of(data(number, itemCode, material, sponsor));
        String misprinted = new String(sound, StandardCharsets.UTF_8)
                .replace("</materialname>", "</meterialname>")
                .replace("responsedata", "respondedata");
        return IncomingFile.of(
                IssuingRecordReader.FILE_NAME,
                material,
                Source.SHARED_DATA,
                material,
                misprinted.getBytes(StandardCharsets.UTF_8));
    }

    private IncomingFile record(String number, String itemCode, String material, String sponsor) {
        return IncomingFile.of(
                IssuingRecordReader.FILE_NAME,
                material,
                Source.SHARED_DATA,
                material,
                SampleRecord.of(data(number, itemCode, material, sponsor)));
    }

    private IssuingRecordData data(String number, String itemCode, String material, String sponsor) {
        LocalDateTime asked = LocalDateTime.of(2026, 11, Integer.parseInt(number.substring(10, 12)), 9, 41, 7);
        return new IssuingRecordData(
                id(number + material),
                "8e08Ii4d56SWj9Ad",
                "001003010",
                id("interface " + material),
                "001003019",
                asked,
                asked.plusSeconds(1),
                sponsor,
                itemCode,
                "window",
                number,
                material,
                "{\"material\":\"" + material + "\",\"number\":\"" + number + "\"}",
                "{\"code\":\"0\",\"data\":[{\"material\":\"" + material + "\"}]}");
    }

    private byte[] ofd(String title, List<String> lines, String agency, String seed)
            throws IOException, GeneralSecurityException {
        Instant now = clock.instant();
        List<String> page = new ArrayList<>(List.of(title));
        page.addAll(lines);
        return SampleOfd.of(id(seed), page, seal(agency, now), now);
    }

    private DemonstrationSeal seal(String agency, Instant now) throws IOException, GeneralSecurityException {
        DemonstrationSeal made = seals.get(agency);
        if (made == null) {
            String name = organizations.get(agency).name();
            made = new DemonstrationSeal(
                    "3301000000" + agency, name, keys.ofOrganization("YW"), keys.ofOrganization(agency), now);
            seals.put(agency, made);
        }
        return made;
    }

    /** 32 hexadecimal digits, the same for the same text. */
    private static String id(String text) {
        try {
            byte[] digest = Cryptography.digest("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
