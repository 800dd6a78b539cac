/** Signing and addressing of webhooks, without a container. */
package org.guidang.notice.core;
