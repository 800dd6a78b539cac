// SPDX-License-Identifier: AGPL-3.0-only
/**
 * What every page shares: sentences, messages, lamps, paging, the desk with its queues, and what becomes of a refusal
 * nobody caught. Knows no domain; the domains' pages bring their own menu entries and queues.
 */
package org.guidang.shared.web;
