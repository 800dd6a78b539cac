/** Notices, deadlines and webhooks for other systems. */
package org.guidang.notice.rest;
