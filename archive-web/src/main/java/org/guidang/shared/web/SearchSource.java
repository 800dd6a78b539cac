// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.web;

import java.util.List;
import java.util.Set;

/** What a domain finds by an id; each asks its own boundary, which shows the caller only what is the caller's. */
public interface SearchSource {

    /** Who may ask at all; others are not searched for. */
    Set<String> roles();

    /** A few hits; none for what is no id of the domain. */
    List<SearchHit> find(String text);
}
