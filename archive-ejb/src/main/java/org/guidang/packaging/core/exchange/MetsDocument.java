// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A METS document as E-ARK CSIP 2.1 and SIP 2.1 want it: the one of the package (root) or of a representation. Filled,
 * then written once.
 */
final class MetsDocument {

    private static final String LINK = "xlink:type";
    private static final String SIMPLE = "simple";
    private static final String PROFILE = "https://earksip.dilcis.eu/profile/E-ARK-SIP-v2-1-0.xml";

    private final String id;
    private final String label;
    private final String created;
    private final List<MetsFile> descriptive = new ArrayList<>();
    private final List<MetsFile> preservation = new ArrayList<>();
    private final Map<String, List<MetsFile>> groups = new LinkedHashMap<>();
    private String creatorName;
    private String creatorCode;
    private String representation;

    /** @param created instant of every date in it, kept to the second */
    MetsDocument(String id, String label, Instant created) {
        this.id = id;
        this.label = label;
        this.created = created.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Who formed the files (立档单位) with its code. */
    void creator(String name, String code) {
        creatorName = name;
        creatorCode = code;
    }

    void describedBy(MetsFile file) {
        descriptive.add(file);
    }

    void preservedBy(MetsFile file) {
        preservation.add(file);
    }

    /** @param use as CSIP names groups: Data, Schemas, Documentation */
    void add(String use, MetsFile file) {
        groups.computeIfAbsent(use, first -> new ArrayList<>()).add(file);
    }

    /** The METS document of the only representation. */
    void representation(String name, MetsFile mets) {
        representation = "Representations/" + name;
        add(representation, mets);
    }

    byte[] octets() {
        XmlOut xml = new XmlOut();
        xml.open(
                "mets",
                "xmlns",
                "http://www.loc.gov/METS/",
                "xmlns:xlink",
                "http://www.w3.org/1999/xlink",
                "xmlns:csip",
                "https://DILCIS.eu/XML/METS/CSIPExtensionMETS",
                "xmlns:sip",
                "https://DILCIS.eu/XML/METS/SIPExtensionMETS",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                "http://www.loc.gov/METS/ http://www.loc.gov/standards/mets/mets.xsd"
                        + " http://www.w3.org/1999/xlink http://www.loc.gov/standards/mets/xlink.xsd"
                        + " https://DILCIS.eu/XML/METS/CSIPExtensionMETS"
                        + " https://earkcsip.dilcis.eu/schema/DILCISExtensionMETS.xsd"
                        + " https://DILCIS.eu/XML/METS/SIPExtensionMETS"
                        + " https://earksip.dilcis.eu/schema/DILCISExtensionSIPMETS.xsd",
                "OBJID",
                id,
                "LABEL",
                label,
                "TYPE",
                "Mixed",
                "csip:CONTENTINFORMATIONTYPE",
                "MIXED",
                "PROFILE",
                PROFILE);
        header(xml);
        int number = 0;
        List<String> digiprov = new ArrayList<>();
        for (MetsFile file : descriptive) {
            String section = "dmd-" + ++number;
            xml.open("dmdSec", "ID", section, "CREATED", created, "STATUS", "CURRENT");
            reference(xml, file, "DC", "SimpleDC20021212");
            xml.close();
        }
        if (!preservation.isEmpty()) {
            xml.open("amdSec", "ID", "amd-1");
            for (MetsFile file : preservation) {
                digiprov.add("digiprov-" + ++number);
                xml.open("digiprovMD", "ID", "digiprov-" + number, "CREATED", created, "STATUS", "CURRENT");
                reference(xml, file, "PREMIS", "3.0");
                xml.close();
            }
            xml.close();
        }
        files(xml);
        structure(xml, digiprov);
        return xml.octets();
    }

    private void header(XmlOut xml) {
        xml.open(
                "metsHdr",
                "CREATEDATE",
                created,
                "LASTMODDATE",
                created,
                "RECORDSTATUS",
                "NEW",
                "csip:OAISPACKAGETYPE",
                "SIP");
        xml.open("agent", "ROLE", "CREATOR", "TYPE", "OTHER", "OTHERTYPE", "SOFTWARE")
                .leaf("name", "Guidang")
                .leaf("note", "1.0", "csip:NOTETYPE", "SOFTWARE VERSION")
                .close();
        if (creatorName != null) {
            agent(xml, "ARCHIVIST");
            agent(xml, "CREATOR");
        }
        xml.close();
    }

    private void agent(XmlOut xml, String role) {
        xml.open("agent", "ROLE", role, "TYPE", "ORGANIZATION").leaf("name", creatorName);
        xml.leaf("note", creatorCode, "csip:NOTETYPE", "IDENTIFICATIONCODE").close();
    }

    private void reference(XmlOut xml, MetsFile file, String type, String version) {
        xml.empty(
                "mdRef",
                "LOCTYPE",
                "URL",
                "MDTYPE",
                type,
                "MDTYPEVERSION",
                version,
                LINK,
                SIMPLE,
                "xlink:href",
                file.href(),
                "MIMETYPE",
                file.mimeType(),
                "SIZE",
                String.valueOf(file.fixity().octets()),
                "CREATED",
                created,
                "CHECKSUM",
                file.fixity().sha256(),
                "CHECKSUMTYPE",
                "SHA-256");
    }

    private void files(XmlOut xml) {
        xml.open("fileSec", "ID", "files");
        int number = 0;
        for (Map.Entry<String, List<MetsFile>> group : groups.entrySet()) {
            boolean content = group.getKey().equals("Data") || group.getKey().equals(representation);
            xml.open(
                    "fileGrp",
                    "ID",
                    groupId(group.getKey()),
                    "USE",
                    group.getKey(),
                    "csip:CONTENTINFORMATIONTYPE",
                    content ? "MIXED" : null);
            for (MetsFile file : group.getValue()) {
                xml.open(
                        "file",
                        "ID",
                        "file-" + ++number,
                        "MIMETYPE",
                        file.mimeType(),
                        "SIZE",
                        String.valueOf(file.fixity().octets()),
                        "CREATED",
                        created,
                        "CHECKSUM",
                        file.fixity().sha256(),
                        "CHECKSUMTYPE",
                        "SHA-256");
                xml.empty("FLocat", "LOCTYPE", "URL", LINK, SIMPLE, "xlink:href", file.href());
                xml.close();
            }
            xml.close();
        }
        xml.close();
    }

    private static String groupId(String use) {
        return "group-" + use.replace('/', '-');
    }

    private void structure(XmlOut xml, List<String> digiprov) {
        xml.open("structMap", "ID", "structure", "TYPE", "PHYSICAL", "LABEL", "CSIP");
        xml.open("div", "ID", "div-root", "LABEL", id);
        xml.empty(
                "div",
                "ID",
                "div-Metadata",
                "LABEL",
                "Metadata",
                "ADMID",
                digiprov.isEmpty() ? null : String.join(" ", digiprov),
                "DMDID",
                descriptive.isEmpty() ? null : "dmd-1");
        for (Map.Entry<String, List<MetsFile>> group : groups.entrySet()) {
            String use = group.getKey();
            xml.open("div", "ID", "div-" + use.replace('/', '-'), "LABEL", use);
            if (use.equals(representation)) {
                xml.empty(
                        "mptr",
                        "LOCTYPE",
                        "URL",
                        LINK,
                        SIMPLE,
                        "xlink:href",
                        group.getValue().get(0).href(),
                        "xlink:title",
                        groupId(use));
            } else {
                xml.empty("fptr", "FILEID", groupId(use));
            }
            xml.close();
        }
        xml.close().close();
    }
}
