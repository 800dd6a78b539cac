// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import java.util.Optional;
import org.guidang.seal.core.SigningKey;
import org.guidang.shared.Actor;
import org.guidang.shared.Digest;

/** What a person signs a list with. */
public interface SigningMeans {

    /** @throws org.guidang.seal.SigningKeyUnavailableException when the person has no usable key */
    SigningKey keyOf(Actor actor);

    /** An RFC 3161 token over the imprint; empty when no authority answers now (待补时间戳). */
    Optional<byte[]> stamp(Digest imprint);
}
