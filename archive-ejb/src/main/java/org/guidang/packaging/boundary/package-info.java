// SPDX-License-Identifier: AGPL-3.0-only
/** What a person or a client system can ask about packages: build, build again after a return, list, count, open. */
package org.guidang.packaging.boundary;
