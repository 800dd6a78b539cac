// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Examination of PDF files (ISO 32000): envelope, structure, pages, active content, attachments, fonts, signatures and
 * what was changed after them, and PDF/A where it is claimed. Plain Java; every file is read on a thread of its own
 * under limits of time and memory. Knows the trust and signatures of {@code org.guidang.seal.core}.
 */
package org.guidang.detection.core.pdf;
