// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.rest;

import jakarta.ws.rs.core.Response;
import org.guidang.shared.rest.Versions;
import org.guidang.transfer.boundary.TransferView;

/** A list as an answer, tagged with its revision. */
final class TransferAnswers {

    private TransferAnswers() {}

    static Response of(TransferView list) {
        return Response.ok(list).tag(Versions.tag(list.row().revision())).build();
    }
}
