// SPDX-License-Identifier: AGPL-3.0-only
/** The transfer list as paper and as files: A.1 PDF, JSON, XML, and the reading of lists from elsewhere; plain Java. */
package org.guidang.transfer.core;
