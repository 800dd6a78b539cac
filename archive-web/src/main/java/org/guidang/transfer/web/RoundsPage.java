// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.guidang.transfer.RoundDifference;
import org.guidang.transfer.RoundException;
import org.guidang.transfer.boundary.OfferedPackageRow;
import org.guidang.transfer.boundary.Rounds;
import org.guidang.transfer.boundary.TransferQueues;

/** The rounds of one package, the reasons of each, and what changed from one to the next. */
@Named
@ViewScoped
public class RoundsPage implements Serializable {

    @Inject
    TransferQueues queues;

    @Inject
    Rounds rounds;

    private String number;
    private int version;
    private List<OfferedPackageRow> offered = List.of();
    private RoundDifference difference;

    /** A package that was offered once has its round, and no difference. */
    public void load() {
        offered = queues.roundsOf(number);
        if (offered.isEmpty()) {
            throw new RoundException(number);
        }
        try {
            difference = rounds.difference(number, version);
        } catch (RoundException first) {
            difference = null;
        }
    }

    public List<OfferedPackageRow> getOffered() {
        return offered;
    }

    /** The latest list it was on, to which a message goes. */
    public OfferedPackageRow getLatest() {
        return offered.get(offered.size() - 1);
    }

    /** One of the three kinds of findings: "fixed", "remaining" or "added". */
    public record Kind(String name, List<RoundDifference.Point> points) {}

    public List<Kind> kinds(RoundDifference shown) {
        return List.of(
                new Kind("remaining", shown.remaining()),
                new Kind("added", shown.added()),
                new Kind("fixed", shown.fixed()));
    }

    /** Null when there is nothing to hold it against. */
    public RoundDifference getDifference() {
        return difference;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
