// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.guidang.seal.boundary.CertificateView;
import org.guidang.seal.boundary.PersonCertificates;

/** The caller's own certificates for signing; and those of others, which an administrator registers and withdraws. */
@RequestScoped
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public class CertificatesResource {

    @Inject
    PersonCertificates certificates;

    @GET
    @Path("certificates")
    public List<CertificateView> mine() {
        return certificates.mine();
    }

    @GET
    @Path("people/{userName}/certificates")
    public List<CertificateView> of(@PathParam("userName") String userName) {
        return certificates.of(userName);
    }

    /** Registers one certificate, PEM or DER, as the body. */
    @POST
    @Path("people/{userName}/certificates")
    @Consumes({"application/pkix-cert", "application/x-pem-file", MediaType.APPLICATION_OCTET_STREAM})
    public CertificateView register(@PathParam("userName") String userName, InputStream file) throws IOException {
        return certificates.register(userName, file);
    }

    /** The certificate counts no more; what it signed stays signed. */
    @DELETE
    @Path("people/{userName}/certificates/{sha256}")
    public void withdraw(@PathParam("userName") String userName, @PathParam("sha256") String sha256) {
        certificates.withdraw(userName, sha256);
    }
}
