// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The trace number on an error page: what the person reads out, and what the log is searched for. */
@Named
@RequestScoped
public class Incident {

    static final String NUMBER = "org.guidang.trace";

    private static final Logger LOG = LoggerFactory.getLogger(Incident.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    static String newNumber() {
        byte[] octets = new byte[5];
        RANDOM.nextBytes(octets);
        return HexFormat.of().withUpperCase().formatHex(octets);
    }

    /** The number given where the failure was caught; else a new one, logged with what the container knows. */
    public String getNumber() {
        Map<String, Object> request =
                FacesContext.getCurrentInstance().getExternalContext().getRequestMap();
        return (String) request.computeIfAbsent(NUMBER, none -> {
            String number = newNumber();
            LOG.warn(
                    "trace {} status {} at {}",
                    number,
                    request.get("jakarta.servlet.error.status_code"),
                    request.get("jakarta.servlet.error.request_uri"),
                    (Throwable) request.get("jakarta.servlet.error.exception"));
            return number;
        });
    }
}
