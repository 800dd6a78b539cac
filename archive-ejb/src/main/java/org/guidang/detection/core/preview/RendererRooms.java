// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.preview;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.guidang.detection.core.preview.NoPreviewException.Why;

/**
 * The few processes that live at a time, each for one file. Who waits for a slow file waits for that file only; a room
 * somebody is in is never given away.
 */
final class RendererRooms implements AutoCloseable {

    private static final long IDLE_NANOS = 60_000_000_000L;

    private final int most;
    private final Map<String, Room> open = new HashMap<>();

    RendererRooms(int most) {
        this.most = most;
    }

    /** Starts the process of a file. */
    interface Starting {
        RendererProcess start() throws IOException, NoPreviewException;
    }

    /** Asks the process of a file. */
    interface Asking<T> {
        T ask(RendererProcess process) throws IOException, NoPreviewException;
    }

    private static final class Room {
        private RendererProcess process;
        private int visitors;
        private long left = System.nanoTime();
    }

    /** Asks the process that belongs to the key; started when none lives. One question at a time per process. */
    <T> T in(String key, Starting starting, Asking<T> asking) throws IOException, NoPreviewException {
        Room room = enter(key);
        try {
            synchronized (room) {
                if (room.process == null || !room.process.alive()) {
                    room.process = starting.start();
                }
                return asking.ask(room.process);
            }
        } finally {
            leave(room);
        }
    }

    private synchronized Room enter(String key) throws NoPreviewException {
        endIdle();
        Room room = open.get(key);
        if (room == null) {
            if (open.size() >= most) {
                Optional<Map.Entry<String, Room>> longest = open.entrySet().stream()
                        .filter(each -> each.getValue().visitors == 0)
                        .min(Comparator.comparingLong(each -> each.getValue().left));
                end(longest.orElseThrow(() -> new NoPreviewException(Why.BUSY)).getValue());
                open.remove(longest.get().getKey());
            }
            room = new Room();
            open.put(key, room);
        }
        room.visitors++;
        return room;
    }

    private synchronized void leave(Room room) {
        room.visitors--;
        room.left = System.nanoTime();
    }

    /** Ends the processes nobody has asked for a minute. */
    synchronized void endIdle() {
        long now = System.nanoTime();
        for (Iterator<Room> rooms = open.values().iterator(); rooms.hasNext(); ) {
            Room room = rooms.next();
            if (room.visitors == 0 && now - room.left > IDLE_NANOS) {
                end(room);
                rooms.remove();
            }
        }
    }

    private static void end(Room room) {
        if (room.process != null) {
            room.process.close();
        }
    }

    @Override
    public synchronized void close() {
        open.values().forEach(RendererRooms::end);
        open.clear();
    }
}
