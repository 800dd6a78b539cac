// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.Collection;
import java.util.stream.Collectors;
import org.guidang.organization.boundary.Organizations;
import org.guidang.shared.Actor;
import org.guidang.shared.web.PageTexts;

/** The person at the desk: name, organization, roles; and the way out. */
@Named
@RequestScoped
public class SignedIn {

    @Inject
    Organizations organizations;

    @Inject
    PageTexts texts;

    private Actor actor;
    private String organization;

    public Actor actor() {
        if (actor == null) {
            actor = organizations.whoAmI();
        }
        return actor;
    }

    public boolean hasAny(Collection<String> roles) {
        return roles.stream().anyMatch(actor()::has);
    }

    public boolean has(String role) {
        return actor().has(role);
    }

    /** The account, also when it is switched off meanwhile; empty when nobody is signed in. */
    public String getUserName() {
        Principal principal =
                FacesContext.getCurrentInstance().getExternalContext().getUserPrincipal();
        return principal == null ? "" : principal.getName();
    }

    public String getDisplayName() {
        return actor().displayName();
    }

    public String getOrganization() {
        if (organization == null) {
            organization = organizations.get(actor().organization()).name();
        }
        return organization;
    }

    public String getOrganizationCode() {
        return actor().organization();
    }

    public String getRoleWords() {
        return actor().roles().stream()
                .sorted()
                .map(role -> texts.say("role." + role))
                .collect(Collectors.joining("、"));
    }

    /** Ends the session; the next page is the sign-in. */
    public void leave() throws IOException, ServletException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        ((HttpServletRequest) external.getRequest()).logout();
        external.invalidateSession();
        external.redirect(external.getRequestContextPath() + "/home.xhtml");
    }
}
