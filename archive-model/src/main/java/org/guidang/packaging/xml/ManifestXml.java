// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.xml;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;

/**
 * 固化信息/manifest.xml: every file of the package with its length and both digests, in the order of the zip. It is what
 * is signed; a file that is not in it is not part of the package. Ours; no standard prescribes its form.
 */
@XmlRootElement(name = "manifest", namespace = ManifestXml.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class ManifestXml {

    public static final String NAMESPACE = "urn:guidang:manifest:1";

    /** Number of the package. */
    @XmlAttribute(name = "package", required = true)
    public String number;

    @XmlAttribute(name = "version", required = true)
    public int version;

    /** 统一申报号. */
    @XmlAttribute(name = "application", required = true)
    public String application;

    /** Layout profile by which the folders are named. */
    @XmlAttribute(name = "layout", required = true)
    public String layout;

    /** List whose return this version answers; absent for none. */
    @XmlAttribute(name = "answers")
    public String answers;

    @XmlElement(name = "file", namespace = NAMESPACE)
    public final List<FileEntry> files = new ArrayList<>();

    /** One file. */
    @XmlAccessorType(XmlAccessType.FIELD)
    public static class FileEntry {

        @XmlAttribute(name = "path", required = true)
        public String path;

        @XmlAttribute(name = "octets", required = true)
        public long octets;

        @XmlAttribute(name = "sm3", required = true)
        public String sm3;

        @XmlAttribute(name = "sha256", required = true)
        public String sha256;

        /** Short name of the format. */
        @XmlAttribute(name = "format")
        public String format;

        /** Where it came from: the applicant, a data-sharing platform, a scan, the system. */
        @XmlAttribute(name = "source")
        public String source;
    }
}
