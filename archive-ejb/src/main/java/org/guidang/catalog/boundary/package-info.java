// SPDX-License-Identifier: AGPL-3.0-only
/** Reading the catalogue of service items, and keeping it by the administrator. */
package org.guidang.catalog.boundary;
