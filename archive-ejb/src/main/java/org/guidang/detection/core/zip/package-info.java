// SPDX-License-Identifier: AGPL-3.0-only
/** Examination of zip files as such, whatever they hold. */
package org.guidang.detection.core.zip;
