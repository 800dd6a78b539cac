// SPDX-License-Identifier: AGPL-3.0-only
/**
 * The forms in which packages go to and come from other systems: BagIt (RFC 8493) and OCFL objects. Written and judged
 * here; nothing is ever fetched, and no name from outside becomes a path.
 */
package org.guidang.packaging.core.exchange;
