// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

/** What people do to a list. Each is kept with who and when, and is the answer to whoever came too late. */
public enum Act {
    DRAFTED("transfer.already.drafted", "transfer.act.drafted"),
    CHANGED("transfer.already.changed", "transfer.act.changed"),
    SUBMITTED("transfer.already.submitted", "transfer.act.submitted"),
    REMINDED("transfer.already.reminded", "transfer.act.reminded"),
    WITHDRAWN("transfer.already.withdrawn", "transfer.act.withdrawn"),
    RECEIVED("transfer.already.received", "transfer.act.received"),
    SAMPLED("transfer.already.sampled", "transfer.act.sampled"),
    DOUBTED("transfer.already.doubted", "transfer.act.doubted"),
    ADVISED("transfer.already.advised", "transfer.act.advised"),
    DOUBT_TAKEN_BACK("transfer.already.doubt-taken-back", "transfer.act.doubt-taken-back"),
    DECIDED("transfer.already.decided", "transfer.act.decided"),
    CONCLUDED("transfer.already.concluded", "transfer.act.concluded"),
    RETURNED("transfer.already.returned", "transfer.act.returned"),
    WINDOW_SIGNED("transfer.already.window-signed", "transfer.act.window-signed"),
    AGENCY_SIGNED("transfer.already.agency-signed", "transfer.act.agency-signed"),
    STORED("transfer.already.stored", "transfer.act.stored");

    private final String refusal;
    private final String name;

    Act(String refusal, String name) {
        this.refusal = refusal;
        this.name = name;
    }

    /** Key of the sentence that refuses a later act because of this one. */
    public String refusal() {
        return refusal;
    }

    /** Key of its name in {@link org.guidang.shared.Words}. */
    public String key() {
        return name;
    }
}
