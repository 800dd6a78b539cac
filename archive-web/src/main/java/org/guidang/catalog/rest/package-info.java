// SPDX-License-Identifier: AGPL-3.0-only
/** Service items over REST. */
package org.guidang.catalog.rest;
