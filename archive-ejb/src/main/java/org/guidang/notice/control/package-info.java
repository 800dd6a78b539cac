/** Who is told, and how it is kept. */
package org.guidang.notice.control;
