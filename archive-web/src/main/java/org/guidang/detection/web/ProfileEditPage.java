// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.guidang.detection.Phase;
import org.guidang.detection.ProfileChange;
import org.guidang.detection.boundary.DetectionProfiles;
import org.guidang.detection.boundary.ProfileView;
import org.guidang.organization.Role;
import org.guidang.organization.web.SignedIn;
import org.guidang.shared.Level;
import org.guidang.shared.web.PageMessages;

/** A new version of the organization's profile, from an edition or from a version there was. */
@Named
@ViewScoped
public class ProfileEditPage implements Serializable {

    /** The items of one stage. */
    public record Stage(Phase phase, boolean open, List<ProfileRow> rows) implements Serializable {}

    @Inject
    DetectionProfiles profiles;

    @Inject
    SignedIn signedIn;

    @Inject
    PageMessages messages;

    private String edition;
    private int from;
    private int follows;
    private String title;
    private List<ProfileRow> rows;

    /** Keeps the number in force as of now, so that a version that comes in between is noticed. */
    public void load() {
        if (rows != null) {
            return;
        }
        follows = profiles.inForce().map(ProfileView::number).orElse(0);
        if (from > 0) {
            ProfileView before = profiles.get(from);
            edition = before.edition();
            title = before.title();
            rows = profiles.items(from).stream().map(ProfileRow::new).toList();
        } else {
            rows = profiles.items(edition).stream().map(ProfileRow::new).toList();
        }
    }

    public String propose() {
        List<ProfileChange> changes = rows.stream()
                .filter(ProfileRow::isChanged)
                .map(ProfileRow::change)
                .toList();
        ProfileView[] proposed = new ProfileView[1];
        if (!messages.attempt(() -> proposed[0] = profiles.propose(edition, title, changes, follows))) {
            return null;
        }
        messages.afterRedirect("profile.proposed", proposed[0].id());
        return "/detection/profile.xhtml?faces-redirect=true&number=" + proposed[0].number();
    }

    /** By stage; open is the one the caller's side carries out. */
    public List<Stage> getStages() {
        boolean window = signedIn.has(Role.WINDOW_CLERK) || signedIn.has(Role.WINDOW_ARCHIVIST);
        return Arrays.stream(Phase.values())
                .map(phase -> new Stage(
                        phase,
                        phase == (window ? Phase.ARCHIVING : Phase.RECEIPT),
                        rows.stream()
                                .filter(row -> row.getItem().phase() == phase)
                                .toList()))
                .filter(stage -> !stage.rows().isEmpty())
                .toList();
    }

    public Level[] getLevels() {
        return Level.values();
    }

    public String getEdition() {
        return edition;
    }

    public void setEdition(String edition) {
        this.edition = edition;
    }

    public int getFrom() {
        return from;
    }

    public void setFrom(int from) {
        this.from = from;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }
}
