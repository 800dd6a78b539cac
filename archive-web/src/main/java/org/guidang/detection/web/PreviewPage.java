// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.guidang.detection.boundary.PreviewView;
import org.guidang.detection.boundary.Previews;
import org.guidang.detection.boundary.SealRow;
import org.guidang.detection.core.preview.Previewer;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageVersion;
import org.guidang.shared.Outcome;
import org.guidang.shared.Words;
import org.guidang.shared.web.Appearance;

/** One file of a package to be looked at: a page, its seals, what was found. A page of its own, and what other pages show in a pane. */
@Named
@RequestScoped
public class PreviewPage {

    @Inject
    Previews previews;

    @Inject
    Appearance appearance;

    private String number;
    private int version = 1;
    private int file = 1;
    private int page = 1;
    private int width = Previewer.WIDTHS.get(0);
    private PreviewView view;

    public void load() {
        view = previews.look(new PackageVersion(new PackageNumber(number), version), file);
        page = Math.max(1, Math.min(page, view.pages()));
        width = Previewer.WIDTHS.contains(width) ? width : Previewer.WIDTHS.get(0);
    }

    public PreviewView getView() {
        return view;
    }

    public String getName() {
        return view == null ? "" : view.path().substring(view.path().lastIndexOf('/') + 1);
    }

    /** Whether a seal or signature failed. */
    public boolean isInvalid() {
        return view.seals().stream().anyMatch(seal -> seal.outcome() == Outcome.FAILED);
    }

    /** Key of the word for what became of a seal. */
    public String standing(SealRow seal) {
        return switch (seal.outcome()) {
            case PASSED -> "seal.valid";
            case FAILED -> "seal.invalid";
            default -> "seal.unknown";
        };
    }

    public String getWhy() {
        return Words.say(appearance.getLocale(), view.unavailable(), getName());
    }

    public String getTodo() {
        return Words.toDo(appearance.getLocale(), view.unavailable(), getName());
    }

    /** Address of this file at another page or width. */
    public String at(int page, int width) {
        return root() + "/detection/preview.xhtml?number=" + number + "&version=" + version + "&file=" + file + "&page="
                + page + "&width=" + width;
    }

    /** Address of the picture. */
    public String getPicture() {
        return root() + "/api/v1/packages/" + number + "/files/" + file + "/pages/" + page + "?version=" + version
                + "&width=" + width;
    }

    private static String root() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath();
    }

    public List<Integer> getWidths() {
        return Previewer.WIDTHS;
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

    public int getFile() {
        return file;
    }

    public void setFile(int file) {
        this.file = file;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }

    public int getWidth() {
        return width;
    }

    public void setWidth(int width) {
        this.width = width;
    }
}
