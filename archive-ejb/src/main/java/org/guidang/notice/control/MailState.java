// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guidang.notice.DeliveryState;
import org.guidang.notice.MailRepository;
import org.guidang.shared.control.ReadinessCheck;

/** Whether mail is sent; the product works without it, so that this makes nothing unready. */
@ApplicationScoped
class MailState implements ReadinessCheck {

    @Inject
    MailSettings settings;

    @Inject
    MailRepository mails;

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void examine() {
        // Nothing to hold: mail is a convenience, the inbox has everything.
    }

    @Override
    public Map<String, String> warnings() {
        Map<String, String> facts = new TreeMap<>();
        List<String> wrong = settings.wrong();
        if (!wrong.isEmpty()) {
            facts.put("sending", "off");
            facts.put("missing", String.join(", ", wrong));
        }
        long givenUp = mails.count(DeliveryState.GIVEN_UP);
        if (givenUp > 0) {
            facts.put("given-up", String.valueOf(givenUp));
        }
        return facts;
    }
}
