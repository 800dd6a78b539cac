// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words of the pages, {@code org.guidang.web.pages}: Chinese and complete, English follows. */
@ApplicationScoped
public class PageTexts implements Serializable {

    private static final String BUNDLE = "org.guidang.web.pages";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Inject
    Appearance appearance;

    /** The text of a key in the language of the page; the key itself when it has none. */
    public String say(String key, Object... arguments) {
        return say(appearance.getLocale(), key, arguments);
    }

    public boolean knows(String key) {
        return bundle(appearance.getLocale()).containsKey(key);
    }

    static String say(Locale locale, String key, Object... arguments) {
        try {
            String pattern = bundle(locale).getString(key);
            return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
        } catch (MissingResourceException unknown) {
            return key;
        }
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale, PageTexts.class.getClassLoader(), NO_FALLBACK);
    }
}
