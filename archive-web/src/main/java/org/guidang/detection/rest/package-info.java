// SPDX-License-Identifier: AGPL-3.0-only
/** Detection over REST. */
package org.guidang.detection.rest;
