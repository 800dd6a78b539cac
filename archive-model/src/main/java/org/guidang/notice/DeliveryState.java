// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

/** Where a delivery stands. */
public enum DeliveryState {
    WAITING,
    DELIVERED,
    /** Tried as often as it is tried; can be replayed. */
    GIVEN_UP
}
