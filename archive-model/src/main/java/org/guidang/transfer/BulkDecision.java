// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException;
import org.guidang.transfer.BulkResult.Item;
import org.guidang.transfer.BulkResult.Kind;

/**
 * One decision about many packages (批量处理): accept with a note, or send back with a demand. Each package stands for
 * itself: one that cannot be decided so spoils no other. What an open doubt is about is passed over, so that a sweep does
 * not settle what a colleague was asked.
 */
public final class BulkDecision {

    private final String note;
    private final CorrectionDemand demand;

    private BulkDecision(String note, CorrectionDemand demand) {
        this.note = note;
        this.demand = demand;
    }

    /** @param note why, where the detection could not tell; may be null */
    public static BulkDecision acceptance(String note) {
        return new BulkDecision(note, null);
    }

    public static BulkDecision sendingBack(CorrectionDemand demand) {
        return new BulkDecision(null, demand);
    }

    public boolean sendsBack() {
        return demand != null;
    }

    /** What would become of each; changes nothing. */
    BulkResult foresee(
            ListContents contents, Collection<String> doubtful, TransferList list, Collection<String> named) {
        return each(contents, doubtful, list, named, pack -> {});
    }

    BulkResult carryOut(
            ListContents contents,
            Collection<String> doubtful,
            TransferList list,
            Collection<String> named,
            Actor actor,
            Instant now) {
        return each(contents, doubtful, list, named, pack -> {
            if (sendsBack()) {
                pack.sendBack(demand, actor, now);
            } else {
                pack.accept(note, actor, now);
            }
        });
    }

    private BulkResult each(
            ListContents contents,
            Collection<String> doubtful,
            TransferList list,
            Collection<String> named,
            Consumer<OfferedPackage> deed) {
        Set<String> waiting = new HashSet<>(doubtful);
        Map<String, OfferedPackage> known = contents.byNumber();
        List<Item> items = new ArrayList<>();
        for (String number : new LinkedHashSet<>(named)) {
            OfferedPackage pack = known.get(number);
            try {
                if (pack == null) {
                    throw new PackageNotOnListException(list.number(), number);
                }
                if (waiting.contains(number)) {
                    items.add(Item.skipped(number, "transfer.bulk.doubtful"));
                } else if (!sendsBack() && pack.decision() == Decision.ACCEPTED) {
                    items.add(Item.skipped(number, "transfer.bulk.accepted-before"));
                } else {
                    if (!sendsBack()) {
                        pack.requireAcceptable(note);
                    }
                    deed.accept(pack);
                    items.add(Item.done(number));
                }
            } catch (BusinessRuleException refused) {
                items.add(new Item(number, Kind.FAILED, refused.key(), refused.arguments()));
            }
        }
        return new BulkResult(items);
    }
}
