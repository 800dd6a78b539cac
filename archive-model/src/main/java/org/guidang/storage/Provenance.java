// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/**
 * Where a holding comes from: the mapping 申报号 ⇄ package ⇄ list, and what is needed to keep and find it.
 *
 * @param fonds 全宗号 of the agency
 * @param retention name of a retention period
 */
@Embeddable
public record Provenance(
        @Column(name = "package_number") String packageNumber,
        @Column(name = "package_version") int packageVersion,
        @Column(name = "application_number") String applicationNumber,
        @Column(name = "list_number") String listNumber,
        @Column(name = "list_version") int listVersion,
        @Column(name = "window_code") String window,
        @Column(name = "agency_code") String agency,
        @Column(name = "fonds") String fonds,
        @Column(name = "title") String title,
        @Column(name = "item_code") String itemCode,
        @Column(name = "item_name") String itemName,
        @Column(name = "retention") String retention,
        @Column(name = "closed_year") int closedYear)
        implements Serializable {}
