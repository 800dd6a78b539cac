/** Reading one's inbox; setting deadlines, webhooks and one's address for mail. */
package org.guidang.notice.boundary;
