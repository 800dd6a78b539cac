// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Makes the files of the demonstration's cases: OFD with an electronic seal, signed PDF, scan, issuing record. Real files
 * of their formats, signed with whatever key is given; plain Java, so that tests make their input the same way.
 */
package org.guidang.intake.core.sample;
