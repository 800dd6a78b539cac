// SPDX-License-Identifier: AGPL-3.0-only
/** What a window can ask of its cases: take in, complete, supplement, arrange; and see what was refused. */
package org.guidang.intake.boundary;
