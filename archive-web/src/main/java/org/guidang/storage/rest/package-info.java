// SPDX-License-Identifier: AGPL-3.0-only
/** Holdings over REST. */
package org.guidang.storage.rest;
