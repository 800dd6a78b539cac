// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.web;

import java.util.List;

/** What a domain puts on the desks of the people who work in it. */
public interface DeskSource {

    /** All entries, for every role; the desk shows each person its own. */
    List<DeskEntry> entries();
}
