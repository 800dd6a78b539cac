// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.util.Optional;

/** The formal replies to lists; added to, never changed. */
public interface FormalReplyRepository {

    Optional<FormalReply> find(FormalReply.Key key);

    void add(FormalReply reply);
}
