// SPDX-License-Identifier: AGPL-3.0-only
/** Organizations over REST. */
package org.guidang.organization.rest;
