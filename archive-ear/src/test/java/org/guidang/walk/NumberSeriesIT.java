// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
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
    @DisplayName("作废号可查：撤回的清单保留编号；编号规则按窗口设定")
    void every_number_of_a_year_is_explained() {
        Rest admin = Rest.as(Product.shared(), "admin");
        int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();
        String dropped = drafted();
        HttpResponse<String> read = window.get("transfer-lists/" + dropped);
        HandOver.ok(window.send(window.request("transfer-lists/" + dropped + "/withdrawal")
                .header("If-Match", read.headers().firstValue("ETag").orElseThrow())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))));
        assertEquals(422, rule(admin, "{window}-{serial:4}").statusCode());
        assertEquals(200, rule(admin, "YJ-{window}-{year}-{serial:5}").statusCode());
        String next = drafted();
        assertEquals(200, rule(admin, "{window}-{year}-{serial:4}").statusCode());
        assertEquals(403, rule(window, "{window}-{year}-{serial:4}").statusCode());

        JsonObject numbers = HandOver.ok(window.get("list-numbers/" + year));
        List<JsonObject> rows = HandOver.rows(numbers);
        JsonObject last = rows.get(rows.size() - 1);
        JsonObject before = rows.get(rows.size() - 2);
        assertEquals(next, last.getString("number"));
        assertEquals("YJ-WB-%d-%05d".formatted(year, last.getInt("serial")), next);
        assertEquals(dropped, before.getString("number"));
        assertEquals("WITHDRAWN", before.getString("state"));
        assertEquals("区平台接口", before.getString("lastBy"));
        assertEquals(rows.size(), numbers.getInt("last"));
        assertEquals(0, numbers.getJsonArray("missing").size());
    }

    private String drafted() {
        HttpResponse<String> answer = window.post("transfer-lists", "{\"agency\":\"WJ\"}");
        assertEquals(201, answer.statusCode(), answer.body());
        return Rest.json(answer).getJsonObject("row").getString("number");
    }

    private static HttpResponse<String> rule(Rest who, String pattern) {
        return who.send(who.request("list-number-rules/WB")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"pattern\":\"" + pattern + "\"}")));
    }

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
