// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.xml;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;

/** 办理流程信息: who did what to the case and when, DA/T 85-2019 8. */
@XmlRootElement(name = "description")
@XmlAccessorType(XmlAccessType.FIELD)
public class ProcessXml {

    @XmlAttribute(name = "title")
    String title = "办理流程信息";

    @XmlElement(name = "Opinion")
    public final List<Opinion> opinions = new ArrayList<>();

    /** One step of handling. */
    @XmlAccessorType(XmlAccessType.FIELD)
    public static class Opinion {

        @XmlElement(name = "NodeName")
        public TitledXml nodeName;

        @XmlElement(name = "Author")
        public TitledXml author;

        @XmlElement(name = "Type")
        public TitledXml type;

        @XmlElement(name = "Body")
        public TitledXml body;

        @XmlElement(name = "Modified")
        public TitledXml modified;
    }
}
