// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.guidang.shared.web.PageMessages;
import org.guidang.transfer.Colleague;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.boundary.DoubtRow;
import org.guidang.transfer.boundary.Doubts;

/** Doubts about the package under review: asking a colleague, and the colleague's opinion. */
@Named
@ViewScoped
public class DoubtPage implements Serializable {

    private static final String REVIEW = "/transfer/review.xhtml?faces-redirect=true&number=";

    @Inject
    Doubts doubts;

    @Inject
    PageMessages messages;

    private String question;
    private String colleague;
    private String opinion;
    private transient List<DoubtRow> read;

    /** Those about one package, first raised first. */
    public List<DoubtRow> about(String list, String pack) {
        if (read == null) {
            read = doubts.of(new TransferListNumber(list));
        }
        return read.stream().filter(doubt -> doubt.packageNumber().equals(pack)).toList();
    }

    /** Whether an opinion about the package is awaited. */
    public boolean isOpen(String list, String pack) {
        return about(list, pack).stream().anyMatch(doubt -> doubt.settledAt() == null);
    }

    public List<Colleague> getColleagues() {
        return doubts.colleagues();
    }

    public String raise(String list, long seen, String pack) {
        return then(
                () -> doubts.raise(new TransferListNumber(list), seen, pack, question, colleague),
                "review.doubt.raised",
                list,
                pack);
    }

    public String answer(DoubtRow doubt) {
        return then(
                () -> doubts.answer(new TransferListNumber(doubt.list()), doubt.id(), opinion),
                "review.doubt.answered",
                doubt.list(),
                doubt.packageNumber());
    }

    public String takeBack(DoubtRow doubt) {
        return then(
                () -> doubts.takeBack(new TransferListNumber(doubt.list()), doubt.id()),
                "review.doubt.taken-back",
                doubt.list(),
                doubt.packageNumber());
    }

    private String then(PageMessages.Deed deed, String done, String list, String pack) {
        if (!messages.attempt(deed)) {
            return null;
        }
        messages.afterRedirect(done, pack);
        return REVIEW + list + "&pack=" + pack;
    }

    public String getQuestion() {
        return question;
    }

    public void setQuestion(String question) {
        this.question = question;
    }

    public String getColleague() {
        return colleague;
    }

    public void setColleague(String colleague) {
        this.colleague = colleague;
    }

    public String getOpinion() {
        return opinion;
    }

    public void setOpinion(String opinion) {
        this.opinion = opinion;
    }
}
