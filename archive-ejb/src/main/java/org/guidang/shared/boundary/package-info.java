// SPDX-License-Identifier: AGPL-3.0-only
/** Requests that are to have one effect, and whether the product is ready for any. */
package org.guidang.shared.boundary;
