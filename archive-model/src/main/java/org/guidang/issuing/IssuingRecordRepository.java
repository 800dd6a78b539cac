// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.issuing;

import java.util.List;
import java.util.Optional;

/** All issuing records received. */
public interface IssuingRecordRepository {

    /** By 唯一标识码, compared by case. */
    Optional<IssuingRecord> find(String requestId);

    void add(IssuingRecord record);

    /** Those that came with a case, by 唯一标识码. */
    List<IssuingRecord> of(String applicationNumber);
}
