// SPDX-License-Identifier: AGPL-3.0-only
/** What people of both parties can ask for about transfer lists: acts, queues and documents. */
package org.guidang.transfer.boundary;
