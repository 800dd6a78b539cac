// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.guidang.shared.Outcome;
import org.guidang.shared.Words;
import org.guidang.shared.rest.Problem;
import org.guidang.shared.rest.Versions;
import org.guidang.transfer.BulkResult;
import org.guidang.transfer.CorrectionDemand;
import org.guidang.transfer.Decision;
import org.guidang.transfer.PackageFilter;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.boundary.BulkDecisions;

/**
 * One decision about many packages, each for itself (批量处理). Packages are named, or a filter means them; {@code chosen =
 * done + failed + skipped}. What failed is sent again by naming it.
 */
@RequestScoped
@Path("transfer-lists/{number}/bulk-decisions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BulkDecisionsResource {

    /**
     * @param decision made about it so far
     * @param outcome of the receipt detection
     * @param batch 批次编号
     * @param text part of package number, application number or title
     */
    public record FilterRequest(Decision decision, Outcome outcome, String batch, Boolean sampled, String text) {

        PackageFilter filter() {
            return new PackageFilter(decision, outcome, batch, sampled, text);
        }
    }

    /** What is to become of them. */
    public enum Wanted {
        ACCEPTED,
        RETURNED
    }

    /**
     * @param packages the packages meant; absent when the filter means them
     * @param filter asked when no packages are named; an empty one means all
     * @param decision what is to become of each
     * @param note with ACCEPTED: why, where the receipt detection could not tell
     * @param reasons with RETURNED: at least one
     * @param correctBy with RETURNED: last day for the correction; absent for the term of the window's rules
     * @param attachments with RETURNED: ids of attachments of the list; may be absent
     */
    public record BulkRequest(
            @Size(max = TransferList.MOST_PACKAGES) List<@NotBlank String> packages,
            FilterRequest filter,
            @NotNull Wanted decision,
            String note,
            List<ReviewResource.@Valid ReasonRequest> reasons,
            LocalDate correctBy,
            List<@NotBlank String> attachments) {

        CorrectionDemand demand() {
            return new CorrectionDemand(
                    reasons == null
                            ? List.of()
                            : reasons.stream()
                                    .map(ReviewResource.ReasonRequest::reason)
                                    .toList(),
                    correctBy,
                    attachments == null ? List.of() : attachments);
        }
    }

    /**
     * @param code key of the refusal; empty when it was decided
     * @param detail the refusal in the caller's language
     */
    public record ItemAnswer(String packageNumber, BulkResult.Kind result, String code, String detail) {}

    /** The numbers add up. */
    public record BulkAnswer(int chosen, int done, int failed, int skipped, List<ItemAnswer> items) {}

    @Inject
    BulkDecisions bulk;

    @Context
    HttpHeaders headers;

    @POST
    public BulkAnswer decide(@PathParam("number") String number, @NotNull @Valid BulkRequest request) {
        TransferListNumber list = new TransferListNumber(number);
        List<String> packages = chosen(list, request);
        return answer(
                request.decision() == Wanted.RETURNED
                        ? bulk.sendBack(list, Versions.seen(headers), packages, request.demand())
                        : bulk.accept(list, Versions.seen(headers), packages, request.note()));
    }

    /** What the same request would do; changes nothing. */
    @POST
    @Path("preview")
    public BulkAnswer foresee(@PathParam("number") String number, @NotNull @Valid BulkRequest request) {
        TransferListNumber list = new TransferListNumber(number);
        List<String> packages = chosen(list, request);
        return answer(
                request.decision() == Wanted.RETURNED
                        ? bulk.foreseeReturn(list, packages, request.demand())
                        : bulk.foreseeAcceptance(list, packages, request.note()));
    }

    private List<String> chosen(TransferListNumber list, BulkRequest request) {
        return request.packages() != null
                ? request.packages()
                : bulk.matching(
                        list,
                        request.filter() == null
                                ? PackageFilter.all()
                                : request.filter().filter());
    }

    private BulkAnswer answer(BulkResult result) {
        Locale locale = Problem.language(headers.getAcceptableLanguages());
        return new BulkAnswer(
                result.chosen(),
                result.done(),
                result.failed(),
                result.skipped(),
                result.items().stream()
                        .map(item -> new ItemAnswer(
                                item.packageNumber(),
                                item.kind(),
                                item.key(),
                                item.key().isEmpty()
                                        ? ""
                                        : Words.say(
                                                locale,
                                                item.key(),
                                                item.arguments().toArray())))
                        .toList());
    }
}
