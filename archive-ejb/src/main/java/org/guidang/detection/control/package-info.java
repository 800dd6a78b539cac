// SPDX-License-Identifier: AGPL-3.0-only
/** Reports in the database, and the engine wired to the server's trust, scanner and content store. */
package org.guidang.detection.control;
