// SPDX-License-Identifier: AGPL-3.0-only
/** The operation log over REST. */
package org.guidang.audit.rest;
