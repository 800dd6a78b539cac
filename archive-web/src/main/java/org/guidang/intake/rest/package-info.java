// SPDX-License-Identifier: AGPL-3.0-only
/** Cases and the quarantine over REST. */
package org.guidang.intake.rest;
