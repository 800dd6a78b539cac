// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.web;

/**
 * What an id leads to.
 *
 * @param kind key of the thing's name in the page bundle
 * @param page path inside the application
 */
public record SearchHit(String kind, String id, String title, String page) {}
