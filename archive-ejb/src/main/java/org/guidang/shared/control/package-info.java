// SPDX-License-Identifier: AGPL-3.0-only
/**
 * What every use case stands on: the data directory, the schema, the content store, the clock, and the answer to "are we
 * ready". Knows no domain.
 */
package org.guidang.shared.control;
