// SPDX-License-Identifier: AGPL-3.0-only
/**
 * What is known of a certificate's revocation beyond the lists at hand: answers of status services (RFC 6960) and lists
 * (RFC 5280 5), brought along by a signature or fetched. Fetching keeps to the hosts that were allowed and to addresses
 * that are not the house's own; without a source nothing here ever opens a connection.
 */
package org.guidang.seal.core.revocation;
