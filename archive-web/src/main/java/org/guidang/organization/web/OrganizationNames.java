// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import org.guidang.organization.boundary.Organizations;

/** Names of organizations by code, each read once per request. */
@Named
@RequestScoped
public class OrganizationNames {

    @Inject
    Organizations organizations;

    private final Map<String, String> names = new HashMap<>();

    /** Empty for no code. */
    public String of(String code) {
        return code == null || code.isEmpty()
                ? ""
                : names.computeIfAbsent(code, each -> organizations.get(each).name());
    }
}
