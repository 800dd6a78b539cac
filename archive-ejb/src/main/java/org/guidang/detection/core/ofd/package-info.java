// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Examination of OFD files (GB/T 33190-2016): package, parts, page tree, resources, actions, attachments, and the
 * seals and signatures on them, each verified step by step by our own code. Plain Java, one step per class; knows the
 * seal structures and trust of {@code org.guidang.seal.core}.
 */
package org.guidang.detection.core.ofd;
