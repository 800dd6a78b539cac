// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.guidang.notice.NoticeCriteria;
import org.guidang.notice.NoticeRepository;

/**
 * How many notices a person has not read, for the line that keeps an open page up to date. No caller is signed in there;
 * whoever asks must have taken the name from a session. Says a number and nothing else.
 */
@Stateless
@PermitAll
public class UnreadCounts {

    @Inject
    NoticeRepository notices;

    public long of(String userName) {
        return notices.count(new NoticeCriteria(userName, null, true));
    }
}
