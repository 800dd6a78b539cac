// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Images, sound and moving pictures: walked from the first octet to the last by our own small readers, images decoded to
 * the end behind a limit of pixels (GB/T 18894-2016, DA/T 31-2017). Knows the examination it reports to, nothing else.
 */
package org.guidang.detection.core.media;
