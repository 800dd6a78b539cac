// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.renderer;

import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;

/**
 * The parser every library of this process gets ({@code -Djavax.xml.parsers.SAXParserFactory}): a document type
 * declaration ends the reading, so that no entity is ever resolved.
 */
public final class StrictSax extends SAXParserFactory {

    private final SAXParserFactory platform = SAXParserFactory.newDefaultInstance();

    public StrictSax() throws ParserConfigurationException, SAXException {
        platform.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        platform.setFeature("http://xml.org/sax/features/external-general-entities", false);
        platform.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    }

    @Override
    public SAXParser newSAXParser() throws ParserConfigurationException, SAXException {
        platform.setNamespaceAware(isNamespaceAware());
        platform.setValidating(isValidating());
        return platform.newSAXParser();
    }

    @Override
    public void setFeature(String name, boolean value)
            throws ParserConfigurationException, SAXNotRecognizedException, SAXNotSupportedException {
        if (!name.contains("doctype") && !name.contains("entities")) {
            platform.setFeature(name, value);
        }
    }

    @Override
    public boolean getFeature(String name)
            throws ParserConfigurationException, SAXNotRecognizedException, SAXNotSupportedException {
        return platform.getFeature(name);
    }
}
