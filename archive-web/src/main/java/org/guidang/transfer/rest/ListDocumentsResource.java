// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.guidang.shared.rest.Downloads;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.boundary.TransferDocuments;
import org.guidang.transfer.boundary.TransferQueues;

/** The documents of a list: as printed, as data, as signed. Version 0 is the one that stands now. */
@RequestScoped
@Path("transfer-lists/{number}")
public class ListDocumentsResource {

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String NAME = "移交清单-";

    @Inject
    TransferDocuments documents;

    @Inject
    TransferQueues queues;

    @GET
    @Path("list.pdf")
    @Produces("application/pdf")
    public Response pdf(@PathParam("number") String number, @QueryParam("version") @DefaultValue("0") int version) {
        TransferListNumber list = seen(number);
        return Downloads.of("application/pdf", NAME + number + ".pdf", out -> documents.writePdf(list, version, out));
    }

    @GET
    @Path("list.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response json(@PathParam("number") String number, @QueryParam("version") @DefaultValue("0") int version) {
        TransferListNumber list = seen(number);
        return Downloads.of(
                MediaType.APPLICATION_JSON, NAME + number + ".json", out -> documents.writeJson(list, version, out));
    }

    @GET
    @Path("list.xml")
    @Produces(MediaType.APPLICATION_XML)
    public Response xml(@PathParam("number") String number, @QueryParam("version") @DefaultValue("0") int version) {
        TransferListNumber list = seen(number);
        return Downloads.of(
                MediaType.APPLICATION_XML, NAME + number + ".xml", out -> documents.writeXml(list, version, out));
    }

    @GET
    @Path("list.xlsx")
    @Produces(EXCEL)
    public Response excel(@PathParam("number") String number, @QueryParam("version") @DefaultValue("0") int version) {
        TransferListNumber list = seen(number);
        return Downloads.of(EXCEL, NAME + number + ".xlsx", out -> documents.writeExcel(list, version, out));
    }

    @GET
    @Path("list.csv")
    @Produces("text/csv")
    public Response csv(@PathParam("number") String number, @QueryParam("version") @DefaultValue("0") int version) {
        TransferListNumber list = seen(number);
        return Downloads.of(
                "text/csv;charset=UTF-8", NAME + number + ".csv", out -> documents.writeCsv(list, version, out));
    }

    /** 交接回执, once both parties have signed. */
    @GET
    @Path("receipt.pdf")
    @Produces("application/pdf")
    public Response receipt(@PathParam("number") String number) {
        TransferListNumber list = new TransferListNumber(number);
        String receipt = documents.receiptNumber(list);
        return Downloads.of("application/pdf", "交接回执-" + receipt + ".pdf", out -> documents.writeReceipt(list, out));
    }

    @GET
    @Path("receipt.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response receiptJson(@PathParam("number") String number) {
        TransferListNumber list = new TransferListNumber(number);
        String receipt = documents.receiptNumber(list);
        return Downloads.of(
                MediaType.APPLICATION_JSON, "交接回执-" + receipt + ".json", out -> documents.writeReceiptJson(list, out));
    }

    /** Octet for octet what both signatures cover. */
    @GET
    @Path("list.txt")
    @Produces(MediaType.TEXT_PLAIN)
    public Response text(@PathParam("number") String number, @QueryParam("version") @DefaultValue("0") int version) {
        TransferListNumber list = seen(number);
        return Downloads.of(
                "text/plain;charset=UTF-8", NAME + number + ".txt", out -> documents.writeText(list, version, out));
    }

    /** What became of every package, with the reasons, for the machine of the window. */
    @GET
    @Path("reply.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response reply(@PathParam("number") String number) {
        TransferListNumber list = seen(number);
        return Downloads.of(
                MediaType.APPLICATION_JSON, "移交答复-" + number + ".json", out -> documents.writeReply(list, out));
    }

    @GET
    @Path("catalogue.csv")
    @Produces("text/csv")
    public Response catalogue(
            @PathParam("number") String number, @QueryParam("version") @DefaultValue("0") int version) {
        TransferListNumber list = seen(number);
        return Downloads.of(
                "text/csv;charset=UTF-8",
                "归档目录清单-" + number + ".csv",
                out -> documents.writeCatalogue(list, version, out));
    }

    /** Refuses before the first octet goes out, so that an unknown list is a problem and not a broken file. */
    private TransferListNumber seen(String number) {
        TransferListNumber list = new TransferListNumber(number);
        queues.get(list);
        return list;
    }
}
