// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Draws pages of untrusted files as images, in a process of its own with its own class path: one process, one file.
 * It reads what the server has already checked and unpacked, knows nothing of the server, and speaks with it in lines.
 */
package org.guidang.detection.renderer;
