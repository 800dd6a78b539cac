// SPDX-License-Identifier: AGPL-3.0-only
/** Transfer lists over REST: the acts of both sides. */
package org.guidang.transfer.rest;
