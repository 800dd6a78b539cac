// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.guidang.shared.web.PageMessages;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.boundary.SampleView;
import org.guidang.transfer.boundary.Samples;

/** Drawing the sample of a list from its review, and what was drawn. */
@Named
@RequestScoped
public class SamplePage {

    private static final int USUAL = 10;

    @Inject
    Samples samples;

    @Inject
    PageMessages messages;

    private final Map<String, SampleView> read = new java.util.HashMap<>();
    private int percent = USUAL;
    private String seed;

    /** Null while none was drawn. */
    public SampleView of(String list) {
        return read.computeIfAbsent(
                list, number -> samples.of(new TransferListNumber(number)).orElse(null));
    }

    public long opened(String list) {
        return of(list).packages().stream()
                .filter(drawn -> drawn.openedAt() != null)
                .count();
    }

    public String draw(String list, long seen, String pack) {
        SampleView[] drawn = new SampleView[1];
        if (!messages.attempt(() -> drawn[0] = samples.draw(new TransferListNumber(list), seen, percent, seed))) {
            return null;
        }
        messages.afterRedirect("review.sample.drawn", drawn[0].packages().size(), list);
        return "/transfer/review.xhtml?faces-redirect=true&number=" + list + "&pack=" + pack;
    }

    public int getPercent() {
        return percent;
    }

    public void setPercent(int percent) {
        this.percent = percent;
    }

    public String getSeed() {
        return seed;
    }

    public void setSeed(String seed) {
        this.seed = seed;
    }
}
