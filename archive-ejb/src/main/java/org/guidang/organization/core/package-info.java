// SPDX-License-Identifier: AGPL-3.0-only
/** One-time codes and their picture, without a container. RFC 6238 and RFC 4648. Knows nothing above it. */
package org.guidang.organization.core;
