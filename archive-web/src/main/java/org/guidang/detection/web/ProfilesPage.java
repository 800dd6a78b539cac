// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.guidang.detection.boundary.DetectionProfiles;
import org.guidang.detection.boundary.EditionView;
import org.guidang.detection.boundary.ProfileItemView;
import org.guidang.detection.boundary.ProfileView;
import org.guidang.shared.web.Download;
import org.guidang.shared.web.PageMessages;

/** The versions of the organization's own profile, and one of them before a second person. */
@Named
@ViewScoped
public class ProfilesPage implements Serializable {

    @Inject
    DetectionProfiles profiles;

    @Inject
    PageMessages messages;

    private int number;
    private ProfileView profile;
    private List<ProfileItemView> differences;
    private List<ProfileView> versions;
    private String reason;

    public void load() {
        profile = profiles.get(number);
        differences = profiles.differences(number);
    }

    public String approve() {
        return done(() -> profiles.approve(number, profile.version()), "profile.approved");
    }

    public String reject() {
        return done(() -> profiles.reject(number, reason, profile.version()), "profile.rejected");
    }

    public String withdraw() {
        return done(() -> profiles.withdraw(number, profile.version()), "profile.withdrawn");
    }

    private String done(PageMessages.Deed deed, String words) {
        if (!messages.attempt(deed)) {
            return null;
        }
        messages.afterRedirect(words, profile.id());
        return "/detection/profile.xhtml?faces-redirect=true&number=" + number;
    }

    public void canonical() {
        byte[] canonical = profiles.canonical(number);
        Download.save("检测方案-" + profile.id() + ".txt", "text/plain;charset=UTF-8", out -> out.write(canonical));
    }

    public void signature() {
        byte[] cms = profiles.signature(number);
        Download.save("检测方案-" + profile.id() + ".p7s", "application/pkcs7-signature", out -> out.write(cms));
    }

    public List<ProfileView> getVersions() {
        if (versions == null) {
            versions = profiles.list();
        }
        return versions;
    }

    /** The version in force; null when the organization tests by the installation's. */
    public ProfileView getInForce() {
        return getVersions().stream()
                .filter(each -> each.state() == org.guidang.detection.ProfileCopyState.IN_FORCE)
                .findFirst()
                .orElse(null);
    }

    /** Whether nothing waits, so that another may be proposed. */
    public boolean isFree() {
        return getVersions().stream()
                .noneMatch(each -> each.state() == org.guidang.detection.ProfileCopyState.PROPOSED);
    }

    public List<EditionView> getEditions() {
        return profiles.editions();
    }

    public ProfileView getProfile() {
        return profile;
    }

    public List<ProfileItemView> getDifferences() {
        return differences;
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = number;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
