// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.util.List;

/** What the parties of lists said to each other; added to, never changed. */
public interface MessageRepository {

    void add(ListMessage message);

    /** About the list and any package on it, first said first. */
    List<ListMessage> of(TransferListNumber list);

    /** About a package, on whatever list, first said first. */
    List<ListMessage> about(String packageNumber);
}
