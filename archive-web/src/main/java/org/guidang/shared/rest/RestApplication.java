// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The interface for other systems; what it offers is told at {@code /openapi}. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Guidang 归档",
                        version = "1",
                        description =
                                "Electronic records of government services, from the closed case to the holdings of"
                                        + " the implementing agency. Refusals are application/problem+json and carry all findings"
                                        + " at once.",
                        license = @License(name = "AGPL-3.0-only")),
        security = @SecurityRequirement(name = "client"))
@SecurityScheme(
        securitySchemeName = "client",
        type = SecuritySchemeType.HTTP,
        scheme = "basic",
        description = "The account of the client system; it acts for exactly one window or agency.")
public class RestApplication extends Application {}
