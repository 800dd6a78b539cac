// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

/** A reviewer of the agency whose opinion is asked. */
public record Colleague(String userName, String displayName) {}
