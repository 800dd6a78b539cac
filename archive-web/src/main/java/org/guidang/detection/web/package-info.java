// SPDX-License-Identifier: AGPL-3.0-only
/** Detection reports as people read and decide them. */
package org.guidang.detection.web;
