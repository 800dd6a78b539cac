// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.guidang.shared.control.NumberSeries;
import org.guidang.transfer.IssuedNumber;
import org.guidang.transfer.ListNumberRule;
import org.guidang.transfer.ListNumbers;
import org.guidang.transfer.NumberRuleOfWindow;
import org.guidang.transfer.TransferListNumber;

/** List numbers in the database. */
@ApplicationScoped
class JpaListNumbers implements ListNumbers {

    @PersistenceContext(unitName = "archive")
    EntityManager entities;

    @Inject
    NumberSeries numbers;

    /** The next number by the rule of the window, and the row that says so. */
    TransferListNumber issue(String window, int year) {
        long serial = numbers.next("list/" + window + "/" + year);
        TransferListNumber number = ruleOf(window).number(window, year, serial);
        entities.persist(new IssuedNumber(new IssuedNumber.Place(window, year, serial), number));
        return number;
    }

    @Override
    public ListNumberRule ruleOf(String window) {
        return Optional.ofNullable(entities.find(NumberRuleOfWindow.class, window))
                .map(NumberRuleOfWindow::rule)
                .orElse(ListNumberRule.STANDARD);
    }

    @Override
    public void setRule(String window, ListNumberRule rule) {
        NumberRuleOfWindow known = entities.find(NumberRuleOfWindow.class, window);
        if (known == null) {
            entities.persist(new NumberRuleOfWindow(window, rule));
        } else {
            known.change(rule);
        }
    }

    @Override
    public List<IssuedNumber> issued(String window, int year, long after, int limit) {
        return entities.createQuery(
                        "select n from IssuedNumber n where n.place.window = :window and n.place.year = :year"
                                + " and n.place.serial > :after order by n.place.serial",
                        IssuedNumber.class)
                .setParameter("window", window)
                .setParameter("year", year)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public long last(String window, int year) {
        return numbers.last("list/" + window + "/" + year);
    }
}
