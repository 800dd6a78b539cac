// SPDX-License-Identifier: AGPL-3.0-only
/** Requests that are to have one effect. */
package org.guidang.shared.boundary;
