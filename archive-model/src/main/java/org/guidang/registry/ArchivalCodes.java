// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry;

/** Gives out archival codes. */
public interface ArchivalCodes {

    /** The rule in force for a fonds. */
    ArchivalCodeRule ruleOf(String fonds);

    /** Sets the rule of a fonds for codes given from now on; codes given stay. */
    void setRule(String fonds, ArchivalCodeRule rule);

    /**
     * The next code of its series. Only those who take from the same series at the same time wait for each other; what is
     * rolled back leaves no hole.
     */
    ArchivalCode next(CodeValues values);
}
