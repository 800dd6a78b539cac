// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.util.List;

/** Open doubts across the lists of an agency, for the queue of who is asked. */
public interface DoubtRepository {

    /** Open ones this person may answer, longest waiting first. */
    List<Doubt> openFor(String agency, String userName, int offset, int limit);

    long countOpenFor(String agency, String userName);
}
