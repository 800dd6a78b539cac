/** The inbox, the count that follows it on every open page, and the pages of the administrator. */
package org.guidang.notice.web;
