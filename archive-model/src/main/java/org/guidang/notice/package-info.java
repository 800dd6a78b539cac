// SPDX-License-Identifier: AGPL-3.0-only
/**
 * What people and systems are told: deadlines in working days, notices to persons, mail, webhooks in the form of Standard
 * Webhooks. It knows organizations and the operation log; what a notice is about it knows by kind and number only.
 */
package org.guidang.notice;
