// SPDX-License-Identifier: AGPL-3.0-only
/** Archival packages as the window sees them: queues, one package, its octets. */
package org.guidang.packaging.web;
