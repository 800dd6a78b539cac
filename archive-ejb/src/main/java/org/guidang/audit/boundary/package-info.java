// SPDX-License-Identifier: AGPL-3.0-only
/** The log as it is read and checked. */
package org.guidang.audit.boundary;
