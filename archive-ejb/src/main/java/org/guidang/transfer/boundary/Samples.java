// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guidang.audit.control.OperationLog;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.shared.Actor;
import org.guidang.transfer.OfferedPackage;
import org.guidang.transfer.Sample;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferListRepository;
import org.guidang.transfer.control.PartyAtWork;
import org.guidang.transfer.control.ReviewPolicy;

/** Sample checks (抽样核对): which packages of a list people look at, and who looked. Both parties see the sample. */
@Stateless
public class Samples {

    @Inject
    TransferListRepository lists;

    @Inject
    PartyAtWork parties;

    @Inject
    ReviewPolicy policy;

    @Inject
    CurrentActor currentActor;

    @Inject
    OperationLog log;

    @Inject
    Clock clock;

    /**
     * Draws the sample of a list under review, once; how it was drawn stands in the operation log.
     *
     * @throws org.guidang.transfer.SampleException when percentage or seed cannot be used, or one was drawn before
     */
    @RolesAllowed(Role.AGENCY_REVIEWER)
    public SampleView draw(TransferListNumber number, Long seen, int percent, String seed) {
        TransferList list = parties.lock(number, seen);
        Actor actor = currentActor.get();
        Sample sample = Sample.of(percent, seed, policy.sampleMustBeOpened(), actor.displayName(), now());
        List<OfferedPackage> drawn = list.draw(sample, actor, now());
        lists.flush(list);
        SampleView view = SampleView.of(list, sample);
        log.record(
                "transfer-list.sample",
                "transfer-list",
                number.value(),
                "done",
                Map.of(
                        "percent", String.valueOf(percent),
                        "seed", sample.seed(),
                        "sm3", view.sm3(),
                        "packages",
                                drawn.stream()
                                        .map(OfferedPackage::packageNumber)
                                        .collect(Collectors.joining(" "))));
        return view;
    }

    /** Empty while none was drawn. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public Optional<SampleView> of(TransferListNumber number) {
        TransferList list = parties.get(number);
        return list.sample().map(sample -> SampleView.of(list, sample));
    }

    /** Notes that the caller looks at a package of the list; who looked first stays. Changes no revision. */
    @RolesAllowed(Role.AGENCY_REVIEWER)
    public void open(TransferListNumber number, String packageNumber) {
        parties.get(number).open(packageNumber, currentActor.get(), now());
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
