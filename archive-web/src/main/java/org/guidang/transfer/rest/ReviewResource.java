// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.guidang.organization.IdentityProof;
import org.guidang.shared.rest.Versions;
import org.guidang.transfer.CorrectionDemand;
import org.guidang.transfer.ReasonCode;
import org.guidang.transfer.ReturnReason;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.boundary.Transfers;

/** What the agency does with a submitted list, and the signatures of both sides (DB43/T 第6部分 6.9, 6.10). */
@RequestScoped
@Path("transfer-lists/{number}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReviewResource {

    /**
     * @param packages absent for every undecided one that passed the receipt detection
     * @param note why, where the receipt detection could not tell
     */
    public record AcceptanceRequest(List<@NotBlank String> packages, String note) {}

    /**
     * @param finding code of the detection item it rests on; may be absent, as may all that follows
     * @param place the field, page or line in the file
     */
    public record ReasonRequest(
            @NotNull ReasonCode code,
            @NotBlank String text,
            String finding,
            String file,
            String place,
            String expected,
            String found) {

        ReturnReason reason() {
            return new ReturnReason(code, text, finding, file, place, expected, found);
        }
    }

    /**
     * @param packages absent for the whole list, which closes it
     * @param correctBy last day for the correction, a working day; absent for the term of the window's rules
     * @param attachments ids of attachments of the list; may be absent
     */
    public record ReturnRequest(
            List<@NotBlank String> packages,
            @NotEmpty List<@Valid ReasonRequest> reasons,
            LocalDate correctBy,
            List<@NotBlank String> attachments) {

        CorrectionDemand demand() {
            return new CorrectionDemand(
                    reasons.stream().map(ReasonRequest::reason).toList(),
                    correctBy,
                    attachments == null ? List.of() : attachments);
        }
    }

    /**
     * @param version of the list that was looked at
     * @param sm3 digest of it that was looked at, hexadecimal
     * @param password of the caller, again
     * @param code of the second factor, where the caller has one
     */
    public record SignatureRequest(
            @Positive int version,
            @NotBlank String sm3,
            @NotBlank @Size(max = 200) String password,
            @Size(max = 20) String code) {}

    @Inject
    Transfers transfers;

    @Context
    HttpHeaders headers;

    /** The agency begins; the receipt detection of every package starts. */
    @POST
    @Path("receipt")
    public Response receive(@PathParam("number") String number) {
        return TransferAnswers.of(transfers.receive(new TransferListNumber(number), Versions.seen(headers)));
    }

    @POST
    @Path("acceptance")
    public Response accept(@PathParam("number") String number, @NotNull @Valid AcceptanceRequest request) {
        TransferListNumber list = new TransferListNumber(number);
        return TransferAnswers.of(
                request.packages() == null
                        ? transfers.acceptPassed(list, Versions.seen(headers))
                        : transfers.accept(list, Versions.seen(headers), request.packages(), request.note()));
    }

    @POST
    @Path("return")
    public Response sendBack(@PathParam("number") String number, @NotNull @Valid ReturnRequest request) {
        TransferListNumber list = new TransferListNumber(number);
        CorrectionDemand demand = request.demand();
        return TransferAnswers.of(
                request.packages() == null
                        ? transfers.returnAll(list, Versions.seen(headers), demand)
                        : transfers.returnPackages(list, Versions.seen(headers), request.packages(), demand));
    }

    /** Ends the review: the accepted make the version to sign, the others go back. */
    @POST
    @Path("conclusion")
    public Response conclude(@PathParam("number") String number) {
        return TransferAnswers.of(transfers.concludeReview(new TransferListNumber(number), Versions.seen(headers)));
    }

    /** Signs for the caller's side; version and digest stand for If-Match. */
    @POST
    @Path("signatures")
    public Response sign(@PathParam("number") String number, @NotNull @Valid SignatureRequest request) {
        return TransferAnswers.of(transfers.sign(
                new TransferListNumber(number),
                request.version(),
                request.sm3(),
                new IdentityProof(request.password(), request.code())));
    }

    /**
     * Signs for the caller's side with a certificate of the caller's own: the body is a detached CMS over {@code list.txt}
     * of that version, DER or PEM, at most 256 KiB.
     *
     * @param version of the list that was looked at
     * @param sm3 digest of it that was looked at, hexadecimal
     */
    @POST
    @Path("certificate-signatures")
    @Consumes({"application/pkcs7-signature", MediaType.APPLICATION_OCTET_STREAM})
    public Response signByCertificate(
            @PathParam("number") String number,
            @QueryParam("version") @Positive int version,
            @QueryParam("sm3") @NotBlank String sm3,
            InputStream signature)
            throws IOException {
        return TransferAnswers.of(transfers.signByCertificate(new TransferListNumber(number), version, sm3, signature));
    }
}
