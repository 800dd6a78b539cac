// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.guidang.notice.NoticesChanged;

/**
 * Lets the pages know whose inbox changed, once the change is committed. Events do not reach the web archive by themselves.
 * A watcher is called in the thread that committed and must return at once.
 */
@ApplicationScoped
public class InboxWatch {

    private final List<Consumer<Set<String>>> watchers = new CopyOnWriteArrayList<>();

    public void watch(Consumer<Set<String>> watcher) {
        watchers.add(watcher);
    }

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) NoticesChanged event) {
        watchers.forEach(watcher -> watcher.accept(event.recipients()));
    }
}
