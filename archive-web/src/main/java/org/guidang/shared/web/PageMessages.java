// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.web;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewMetadata;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;
import org.guidang.shared.Finding;
import org.guidang.shared.Words;
import org.guidang.shared.boundary.Meanwhile;
import org.guidang.shared.core.Uniqueness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the page tells the person: what happened, then what to do, and every finding of a refusal at once. Shown in one
 * place of the frame; {@link #afterRedirect} survives the redirect that follows a success.
 */
@Named
@RequestScoped
public class PageMessages {

    /** One message; colour is red, amber or green, the words say the same. */
    public record Line(String colour, String what, String todo) {}

    /** What may be refused, or may fail at the disk. */
    @FunctionalInterface
    public interface Deed {
        void run() throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(PageMessages.class);

    /** Parameters that name what a page is about. */
    private static final Set<String> OBJECTS = Set.of("number", "code", "id");

    @Inject
    PageTexts texts;

    @Inject
    Appearance appearance;

    @Inject
    Event<Refused> refusals;

    @Inject
    Meanwhile meanwhile;

    private final List<Finding> findings = new ArrayList<>();

    /**
     * Does what may be refused.
     *
     * @return whether it was done; if not, the page stays with what was typed and says why
     */
    public boolean attempt(Deed deed) {
        try {
            deed.run();
            return true;
        } catch (BusinessRuleException refused) {
            error(refused);
        } catch (IOException failed) {
            LOG.error("input or output failed", failed);
            refuse("error.octets");
        } catch (EJBException failed) {
            BusinessRuleException refused = causeOf(failed, BusinessRuleException.class);
            if (refused != null) {
                error(refused);
            } else if (causeOf(failed, OptimisticLockException.class) != null || Uniqueness.isViolatedIn(failed)) {
                overtaken();
            } else {
                throw failed;
            }
        }
        return false;
    }

    /** Says who was faster and when, as far as the operation log knows of what the address of the page names. */
    private void overtaken() {
        List<String> named = ViewMetadata.getViewParameters(
                        FacesContext.getCurrentInstance().getViewRoot())
                .stream()
                .filter(parameter -> OBJECTS.contains(parameter.getName()) && parameter.getValue() != null)
                .map(parameter -> parameter.getValue().toString())
                .toList();
        meanwhile
                .lastDone(named)
                .ifPresentOrElse(
                        deed -> warn("error.overtaken", deed.displayName(), deed.time()), () -> warn("error.stale"));
    }

    /** What is unknown to the caller is a page that does not exist, not a message. */
    public void error(BusinessRuleException refused) {
        if (refused.kind() == Kind.UNKNOWN) {
            throw refused;
        }
        refusals.fire(
                new Refused(FacesContext.getCurrentInstance().getViewRoot().getViewId(), refused.key()));
        Object[] arguments = refused.arguments() == null
                ? new Object[0]
                : refused.arguments().toArray();
        add(
                FacesMessage.SEVERITY_ERROR,
                Words.say(appearance.getLocale(), refused.key(), arguments),
                Words.toDo(appearance.getLocale(), refused.key(), arguments));
        if (refused.findings() != null) {
            findings.addAll(refused.findings());
        }
    }

    /** Says something of the pages' own, key in the page bundle, with {@code .todo} beside it if there is one. */
    public void warn(String key, Object... arguments) {
        add(FacesMessage.SEVERITY_WARN, texts.say(key, arguments), todo(key, arguments));
    }

    public void refuse(String key, Object... arguments) {
        add(FacesMessage.SEVERITY_ERROR, texts.say(key, arguments), todo(key, arguments));
    }

    public void done(String key, Object... arguments) {
        add(FacesMessage.SEVERITY_INFO, texts.say(key, arguments), todo(key, arguments));
    }

    public void afterRedirect(String key, Object... arguments) {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        done(key, arguments);
    }

    public void show(List<Finding> more) {
        findings.addAll(more);
    }

    public List<Finding> getFindings() {
        return List.copyOf(findings);
    }

    public List<Line> getShown() {
        List<Line> lines = new ArrayList<>();
        for (FacesMessage message : FacesContext.getCurrentInstance().getMessageList()) {
            message.rendered();
            Severity severity = message.getSeverity();
            String colour = severity == FacesMessage.SEVERITY_INFO
                    ? "green"
                    : severity == FacesMessage.SEVERITY_WARN ? "amber" : "red";
            String detail = message.getDetail();
            lines.add(
                    new Line(colour, message.getSummary(), message.getSummary().equals(detail) ? "" : detail));
        }
        return lines;
    }

    private String todo(String key, Object... arguments) {
        return texts.knows(key + ".todo") ? texts.say(key + ".todo", arguments) : "";
    }

    private static void add(Severity severity, String what, String todo) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, what, todo));
    }

    static <T extends Throwable> T causeOf(Throwable thrown, Class<T> kind) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return kind.cast(cause);
            }
        }
        return null;
    }
}
