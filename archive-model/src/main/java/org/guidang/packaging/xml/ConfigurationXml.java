// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.xml;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;

/** 归档配置信息: what the service item prescribed when the case was arranged, DA/T 85-2019 5 and 8. */
@XmlRootElement(name = "description")
@XmlAccessorType(XmlAccessType.FIELD)
public class ConfigurationXml {

    @XmlAttribute(name = "title")
    String title = "归档配置信息";

    @XmlElement(name = "TaskCode")
    public TitledXml taskCode;

    @XmlElement(name = "TaskName")
    public TitledXml taskName;

    @XmlElement(name = "TaskType")
    public TitledXml taskType;

    @XmlElement(name = "DepartmentName")
    public TitledXml departmentName;

    @XmlElement(name = "DepartmentCode")
    public TitledXml departmentCode;

    @XmlElement(name = "RetentionPeriod")
    public TitledXml retentionPeriod;

    @XmlElement(name = "ConfigurationVersion")
    public TitledXml configurationVersion;

    @XmlElement(name = "MaterialCatalog")
    public final Catalog catalog = new Catalog();

    /** 归档材料目录. */
    @XmlAccessorType(XmlAccessType.FIELD)
    public static class Catalog {

        @XmlAttribute(name = "title")
        String title = "归档材料目录";

        @XmlElement(name = "FileDirectory")
        public final List<Directory> directories = new ArrayList<>();
    }

    /** One folder of the package and what belongs into it. */
    @XmlAccessorType(XmlAccessType.FIELD)
    public static class Directory {

        @XmlElement(name = "FileDirectoryName")
        public TitledXml name;

        @XmlElement(name = "ArchiveFileInformation")
        public final List<Material> materials = new ArrayList<>();
    }

    /** One material of the catalogue. */
    @XmlAccessorType(XmlAccessType.FIELD)
    public static class Material {

        @XmlElement(name = "FileName")
        public TitledXml name;

        @XmlElement(name = "Kind")
        public TitledXml kind;

        @XmlElement(name = "Required")
        public TitledXml required;
    }
}
