// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.guidang.shared.BusinessRuleException;

/** The box at the top: any id of any kind. One hit is opened at once, several are listed. */
@Named
@RequestScoped
public class SearchPage {

    @Inject
    @Any
    Instance<SearchSource> sources;

    private String text;
    private List<SearchHit> hits = List.of();

    public void look() throws IOException {
        if (text == null || text.isBlank()) {
            return;
        }
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        hits = sources.stream()
                .filter(source -> source.roles().stream().anyMatch(external::isUserInRole))
                .flatMap(source -> found(source).stream())
                .toList();
        if (hits.size() == 1) {
            external.redirect(external.getRequestContextPath() + hits.get(0).page());
        }
    }

    private List<SearchHit> found(SearchSource source) {
        try {
            return source.find(text.strip());
        } catch (BusinessRuleException notOurs) {
            return List.of();
        }
    }

    public List<SearchHit> getHits() {
        return hits;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
