// SPDX-License-Identifier: AGPL-3.0-only
/** Cases as the window's clerk works on them: taking in, completing, arranging, building the package. */
package org.guidang.intake.web;
