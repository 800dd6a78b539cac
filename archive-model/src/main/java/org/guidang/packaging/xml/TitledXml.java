// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.xml;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlValue;

/** A metadata item: English element name, Chinese name in the attribute {@code title}, value as text. */
@XmlAccessorType(XmlAccessType.FIELD)
public class TitledXml {

    @XmlAttribute(name = "title")
    String title;

    @XmlValue
    String value;

    protected TitledXml() {} // JAXB

    private TitledXml(String title, String value) {
        this.title = title;
        this.value = value;
    }

    /** An item; null for a value that is not known, so that no empty element is written. */
    public static TitledXml of(String title, Object value) {
        return value == null ? null : new TitledXml(title, XmlText.legal(value.toString()));
    }

    public String title() {
        return title;
    }

    public String value() {
        return value;
    }
}
