// SPDX-License-Identifier: AGPL-3.0-only
/** Packages over REST. */
package org.guidang.packaging.rest;
