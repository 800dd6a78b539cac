// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.web;

/**
 * A person at a page was refused something.
 *
 * @param page its view
 * @param key of the refusal
 */
public record Refused(String page, String key) {}
