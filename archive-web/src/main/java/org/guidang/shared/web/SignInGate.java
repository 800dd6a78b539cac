// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;

/**
 * The sign-in page for a request that is no page: after a time-out the container answers an ajax request with it, which a
 * browser would swallow. The script of the pages is told with 401 instead and asks for the sign-in in place.
 */
@Named
@RequestScoped
public class SignInGate {

    public void answerAjax() {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        if ("partial/ajax".equals(external.getRequestHeaderMap().get("Faces-Request"))) {
            external.setResponseStatus(401);
            external.setResponseHeader("X-Guidang", "sign-in");
            faces.responseComplete();
        }
    }
}
