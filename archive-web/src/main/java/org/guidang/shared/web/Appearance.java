// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.util.Locale;

/**
 * Language and size of type, as the person chose them on this machine. Two cookies without personal data, so that the
 * sign-in page already speaks the right language; Chinese unless English was asked for.
 */
@Named
@RequestScoped
public class Appearance {

    public Locale getLocale() {
        return isChinese() ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    /** For the lang attribute. */
    public String getLanguage() {
        return isChinese() ? "zh-CN" : "en";
    }

    public boolean isChinese() {
        return !"en".equals(cookie("gd-lang"));
    }

    public boolean isLarge() {
        return "1".equals(cookie("gd-large"));
    }

    private static String cookie(String name) {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (faces == null) {
            return "";
        }
        Object found = faces.getExternalContext().getRequestCookieMap().get(name);
        return found instanceof Cookie cookie ? cookie.getValue() : "";
    }
}
