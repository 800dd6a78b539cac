// SPDX-License-Identifier: AGPL-3.0-only
/** Metadata schemes: which items a section has, how long, of what form, from what domain. Read from data, never coded. */
package org.guidang.detection.core.scheme;
