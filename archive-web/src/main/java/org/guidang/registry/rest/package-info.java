// SPDX-License-Identifier: AGPL-3.0-only
/** The archiving catalogue over REST. */
package org.guidang.registry.rest;
