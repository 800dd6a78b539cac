// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Page images of files for people who review them (预览). The drawing is done by a process of its own; here is what starts
 * it, bounds it and keeps its pictures. Knows the examiners, whose verdict decides what is drawn, and no workflow.
 */
package org.guidang.detection.core.preview;
