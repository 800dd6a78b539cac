// SPDX-License-Identifier: AGPL-3.0-only
/** Hashing and checking of chains, without a container. */
package org.guidang.audit.core;
