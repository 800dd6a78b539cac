// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.xml;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;

/** 归档文件信息: every file of the case, where it lies and what it was called, after DA/T 46-2009 and standards 2.6. */
@XmlRootElement(name = "description")
@XmlAccessorType(XmlAccessType.FIELD)
public class FilesXml {

    @XmlAttribute(name = "title")
    String title = "归档文件信息";

    @XmlElement(name = "FileCount")
    public TitledXml count;

    @XmlElement(name = "TotalSize")
    public TitledXml total;

    @XmlElement(name = "ArchiveFile")
    public final List<ArchiveFile> files = new ArrayList<>();

    /** One computer file. */
    @XmlAccessorType(XmlAccessType.FIELD)
    public static class ArchiveFile {

        @XmlElement(name = "SequenceNumber")
        public TitledXml sequence;

        @XmlElement(name = "MaterialName")
        public TitledXml material;

        @XmlElement(name = "MaterialKind")
        public TitledXml kind;

        @XmlElement(name = "FileName")
        public TitledXml name;

        @XmlElement(name = "OriginalName")
        public TitledXml originalName;

        @XmlElement(name = "FilePath")
        public TitledXml path;

        @XmlElement(name = "Format")
        public TitledXml format;

        @XmlElement(name = "FileSize")
        public TitledXml size;

        @XmlElement(name = "SM3")
        public TitledXml sm3;

        @XmlElement(name = "SHA256")
        public TitledXml sha256;

        @XmlElement(name = "Source")
        public TitledXml source;

        @XmlElement(name = "ReceivedTime")
        public TitledXml received;
    }
}
