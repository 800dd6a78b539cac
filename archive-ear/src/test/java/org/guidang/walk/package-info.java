// SPDX-License-Identifier: AGPL-3.0-only
/**
 * The whole product on the provisioned server, as other systems and people meet it: through HTTP and through a browser.
 * What a test here needs is in {@link org.guidang.walk.Product}, {@link org.guidang.walk.Rest},
 * {@link org.guidang.walk.Browser} and {@link org.guidang.walk.ServerProcess}.
 */
package org.guidang.walk;
