// SPDX-License-Identifier: AGPL-3.0-only
/** What every resource shares: signing a client in, refusals as problems, versions, idempotency, the shape of JSON. */
package org.guidang.shared.rest;
