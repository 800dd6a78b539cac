// SPDX-License-Identifier: AGPL-3.0-only
/** The upkeep of the installation, for its administrator's tools. */
package org.guidang.supervision.rest;
