// SPDX-License-Identifier: AGPL-3.0-only
/**
 * The methods of checking, one small class each, by which profile rows are carried out (DA/T 70-2018). Each says in its comment
 * what it looks at and what it takes for a failure.
 */
package org.guidang.detection.core.check;
