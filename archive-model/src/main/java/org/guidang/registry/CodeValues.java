// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry;

import org.guidang.catalog.RetentionPeriod;

/** What an archival code is made of, apart from its item number. */
public record CodeValues(String fonds, int year, RetentionPeriod retention, String agency) {}
