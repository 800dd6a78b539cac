// SPDX-License-Identifier: AGPL-3.0-only
/** The archiving catalogue of a window, and the rules of archival codes, as people ask for them. */
package org.guidang.registry.boundary;
