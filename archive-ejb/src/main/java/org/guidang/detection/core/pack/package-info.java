// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Examination of a whole package as one file: its proof, its issuing folders (浙档发〔2019〕16号 sections 6 to 8), and
 * every file in it. For the command line and for what other systems send; the workflow's detection runs profiles.
 */
package org.guidang.detection.core.pack;
