// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Numbers without holes, also when the first of a series is asked for by many at once. */
@OnProduct
class NumberSeriesIT {

    private static final int AT_ONCE = 16;

    /** A window that makes no other lists in the demonstration, so that its series is opened here. */
    private final Rest window = Rest.as(Product.shared(), "client-wb");

    @Test
    @DisplayName("同一窗口同时新建移交清单：编号连续、不重号、不跳号")
    void lists_drafted_at_once_get_consecutive_numbers() throws Exception {
        CyclicBarrier start = new CyclicBarrier(AT_ONCE);
        Callable<String> draft = () -> {
            start.await();
            HttpResponse<String> answer = window.post("transfer-lists", "{\"agency\":\"WJ\"}");
            assertEquals(201, answer.statusCode(), answer.body());
            return Rest.json(answer).getJsonObject("row").getString("number");
        };
        ExecutorService clerks = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Long> serials = new ArrayList<>();
            for (Future<String> drafted : clerks.invokeAll(
                    LongStream.range(0, AT_ONCE).mapToObj(one -> draft).toList())) {
                String number = drafted.get();
                serials.add(Long.parseLong(number.substring(number.lastIndexOf('-') + 1)));
            }
            long first = serials.stream().mapToLong(Long::longValue).min().orElseThrow();
            assertEquals(
                    LongStream.range(first, first + AT_ONCE).boxed().toList(),
                    serials.stream().sorted().toList());
        } finally {
            clerks.shutdownNow();
        }
    }
}
