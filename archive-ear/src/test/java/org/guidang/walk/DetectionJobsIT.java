// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Batches of detections: opened, watched, stopped, resumed; the receipt of a list opens one too. */
@OnProduct
class DetectionJobsIT {

    private final Product product = Product.shared();
    private final HandOver walk = new HandOver(product);

    @Test
    @DisplayName("一批检测：受理、进度、停止、继续、完成，每件一份报告")
    void a_batch_is_stopped_and_resumed_and_tests_each_package_once() {
        List<String> packages = Jobs.untested(walk, 8);
        HttpResponse<String> opened = walk.window.post("detection-jobs", Jobs.request(packages));
        assertEquals(202, opened.statusCode(), opened.body());
        String id = Rest.json(opened).getString("id");
        assertTrue(
                opened.headers().firstValue("Location").orElseThrow().endsWith("/api/v1/detection-jobs/" + id),
                opened.headers().toString());
        assertEquals(8, Rest.json(opened).getInt("packages"));
        HttpResponse<String> stopped =
                walk.window.send(walk.window.request("detection-jobs/" + id).DELETE());
        assertEquals(200, stopped.statusCode(), stopped.body());
        HttpResponse<String> twice = walk.window.post("detection-jobs", Jobs.request(packages.subList(7, 8)));
        assertEquals(409, twice.statusCode(), twice.body());
        assertEquals("detection.job.elsewhere", Rest.json(twice).getString("code"));
        JsonObject still = Jobs.await(walk, id, job -> job.getInt("underWay") == 0);
        assertEquals("STOPPED", still.getString("state"));
        assertTrue(still.getInt("waiting") > 0, still.toString());
        HandOver.pause(3000);
        assertEquals(still, Jobs.get(walk, id), "nothing moves while it is stopped");

        HandOver.ok(walk.window.post("detection-jobs/" + id + "/resumption", "{}"));
        JsonObject ended = Jobs.await(walk, id, job -> "ENDED".equals(job.getString("state")));
        assertEquals(8, ended.getInt("done"));
        assertEquals(8, ended.getInt("passed"), ended.toString());
        assertEquals(0, ended.getInt("broken"));
        Jobs.assertEachTestedOnce(walk, id, packages);
    }

    @Test
    @DisplayName("编号不对的一次说全，什么也不开始；别的单位看不见")
    void what_cannot_be_opened_is_refused_as_a_whole_and_others_know_nothing_of_it() {
        String good = Jobs.untested(walk, 1).get(0);
        HttpResponse<String> refused =
                walk.window.post("detection-jobs", Jobs.request(List.of(good, "WZ-2020-000001", "WB-2020-000002")));
        assertEquals(422, refused.statusCode(), refused.body());
        assertEquals("detection.job.packages-unknown", Rest.json(refused).getString("code"));
        assertTrue(refused.body().contains("WZ-2020-000001"), refused.body());
        assertTrue(refused.body().contains("WB-2020-000002"), refused.body());
        assertEquals(
                "detection.job.size",
                Rest.json(walk.window.post("detection-jobs", Jobs.request(List.of())))
                        .getString("code"));
        assertEquals(
                403,
                walk.agency.post("detection-jobs", Jobs.request(List.of(good))).statusCode());

        String id = Rest.json(walk.window.post("detection-jobs", Jobs.request(List.of(good))))
                .getString("id");
        for (String other : List.of("client-wb", "client-mz")) {
            Rest side = Rest.as(product, other);
            assertEquals(404, side.get("detection-jobs/" + id).statusCode(), other);
            assertEquals(
                    404,
                    side.send(side.request("detection-jobs/" + id).DELETE()).statusCode(),
                    other);
            assertEquals(
                    404,
                    side.send(side.request("detection-jobs/" + id + "/resumption")
                                    .POST(HttpRequest.BodyPublishers.noBody()))
                            .statusCode(),
                    other);
        }
        Jobs.await(walk, id, job -> "ENDED".equals(job.getString("state")));
    }

    @Test
    @DisplayName("接收移交清单开始一批，结果写进清单")
    void the_receipt_of_a_list_opens_a_batch_whose_results_stand_on_the_list() {
        String pack = walk.registeredPackage(walk.arrangedCase());
        String list = walk.submittedList(null, pack);
        walk.received(list);
        JsonObject job = HandOver.rows(HandOver.ok(walk.agency.get("detection-jobs?limit=200"))).stream()
                .filter(each -> list.equals(each.getString("subject", null)))
                .findFirst()
                .orElseThrow();
        assertEquals("RECEIPT", job.getString("phase"));
        assertEquals("ENDED", job.getString("state"));
        assertEquals(1, job.getInt("done"));
        JsonObject row = HandOver.rows(
                        HandOver.ok(walk.agency.get("detection-jobs/" + job.getString("id") + "/packages")))
                .get(0);
        JsonObject offered = HandOver.array(walk.agency.get("transfer-lists/" + list + "/packages"))
                .get(0);
        assertEquals(row.getString("report"), offered.getString("receiptReport"));
        assertEquals(row.getString("outcome"), offered.getString("receiptOutcome"));
    }

    @Test
    @DisplayName("页面：检测本页全部在后台进行，进度自己动")
    void a_person_starts_a_batch_on_the_page_and_sees_it_move() {
        Set<String> fresh = new HashSet<>(Jobs.untested(walk, 4));
        try (Browser browser = new Browser(product)) {
            browser.signIn("wang").go("packaging/packages.xhtml?queue=TO_TEST").picture("jobs-queue");
            browser.click(By.id("run:all"));
            browser.read("已开始批量检测").picture("jobs-begun");
            browser.driver().executeScript("document.body.setAttribute('data-not-reloaded', 'yes')");
            browser.see(By.xpath("//form[@id='list']//tbody/tr[1]//*[contains(text(), '已完成')]"));
            assertEquals("yes", browser.driver().findElement(By.tagName("body")).getAttribute("data-not-reloaded"));
            browser.picture("jobs-ended");
            browser.click(By.cssSelector("form#list tbody tr:first-child a"));
            browser.read("已检测").picture("job");
        }
        for (String pack : fresh) {
            assertEquals(1, Jobs.reports(walk, pack), pack);
        }
    }

    @Test
    @DisplayName("页面：停止的一批点“继续”，做完")
    void a_person_resumes_a_stopped_batch_on_the_page() {
        List<String> packages = Jobs.untested(walk, 12);
        String id = Rest.json(walk.window.post("detection-jobs", Jobs.request(packages)))
                .getString("id");
        HandOver.ok(walk.window.send(walk.window.request("detection-jobs/" + id).DELETE()));
        JsonObject stopped = Jobs.await(walk, id, job -> job.getInt("underWay") == 0);
        assertTrue(stopped.getInt("waiting") > 0, stopped.toString());
        try (Browser browser = new Browser(product)) {
            browser.signIn("wang").go("detection/jobs.xhtml").read("已停止").picture("jobs-stopped");
            browser.click(By.cssSelector("[id$=':0:resume']"));
            browser.read("已继续。");
            browser.see(By.xpath("//form[@id='list']//tbody/tr[1]//*[contains(text(), '已完成')]"));
            browser.picture("jobs-resumed");
        }
        Jobs.assertEachTestedOnce(walk, id, packages);
    }
}
