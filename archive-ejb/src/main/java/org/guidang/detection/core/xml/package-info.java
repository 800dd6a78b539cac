// SPDX-License-Identifier: AGPL-3.0-only
/** XML and plain text from outside: well-formed, without DOCTYPE and entities, within limits, in readable characters. */
package org.guidang.detection.core.xml;
