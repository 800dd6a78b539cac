// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Four-nature detection (四性检测): profiles of check items, what they came to, and the report that says so
 * (DA/T 70-2018). Profiles are data; a new edition of the standard is a new file. Knows packages as things to look at,
 * and no workflow.
 */
package org.guidang.detection;
