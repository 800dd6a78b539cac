// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/**
 * The main job by hand: a case is taken in, packed, tested, registered, offered, partly returned, signed by both parties
 * and held; what was returned is corrected and offered again. Leaves the pictures of the manual.
 */
@OnProduct
@Tag("once")
class BrowserWalkIT {

    /** 企业登记档案查询: two plain materials, decided by the agency of sun and zhou. */
    private static final String ITEM = "11330100MB1A2C235T3332000006000";

    private static final String BY_HAND = "330100261119000000101";
    private static final String OF_DEMONSTRATION = "330100261110000000008";

    @Test
    void a_case_goes_from_the_window_into_the_holdings_and_a_returned_one_comes_again() throws IOException {
        try (Browser browser = new Browser(Product.shared())) {
            HandOver walk = new HandOver(browser);
            Path scan = scan("查询申请表");

            walk.asClerk();
            walk.receive(ITEM, BY_HAND, "企业登记档案查询：手工登记", scan);
            String kept = walk.pack(BY_HAND);
            String returned = walk.pack(OF_DEMONSTRATION);

            walk.asArchivist();
            walk.register(kept, returned);
            String list = walk.offer("SJ");

            walk.asReviewer();
            walk.take(list);
            walk.sendBack(list, returned, "查询结果缺少盖章页，请补充后再次移交。", scan("缺盖章页"));
            walk.accept(list, kept);
            walk.conclude(list);
            walk.sign(list);
            browser.read("一方已签字").picture("51-signed-by-one");

            walk.asArchivist();
            walk.sign(list);
            browser.read("双方已签字").picture("52-receipt");

            walk.asKeeper();
            walk.holdingOf(kept);

            walk.asClerk();
            walk.packAgain(OF_DEMONSTRATION);
            walk.asArchivist();
            walk.register(returned);
            walk.offerAgain(returned, list);
        }
    }

    @Test
    void an_expired_sign_in_is_asked_for_in_place_and_what_was_typed_stays() {
        try (Browser browser = new Browser(Product.shared())) {
            browser.signIn("audit").go("audit/log.xhtml");
            browser.see(By.id("object")).sendKeys("typed");
            browser.driver().manage().deleteAllCookies();
            browser.see(By.id("check:verify")).click();
            browser.see(By.id("again-password")).sendKeys("Guidang-2026");
            browser.picture("60-sign-in-again");
            browser.see(By.cssSelector("#over button")).click();
            browser.read("已重新登录");
            assertEquals("typed", browser.see(By.id("object")).getDomProperty("value"));
            browser.see(By.id("check:verify")).click();
            browser.read("日志链完整");
        }
    }

    /** A page as a scanner gives it. */
    private static Path scan(String title) throws IOException {
        BufferedImage page = new BufferedImage(1240, 1754, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, page.getWidth(), page.getHeight());
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 48));
        pen.drawString(title, 120, 160);
        pen.dispose();
        Path file = Files.createTempFile("walk-", ".jpg");
        ImageIO.write(page, "jpg", file.toFile());
        file.toFile().deleteOnExit();
        return file;
    }

    /** The steps as the people of the demonstration do them. */
    private static final class HandOver {

        private final Browser browser;

        HandOver(Browser browser) {
            this.browser = browser;
        }

        void asClerk() {
            browser.signIn("wang").read("王敏").picture("10-desk-of-the-clerk");
        }

        void asArchivist() {
            browser.signIn("li").read("李静").picture("20-desk-of-the-archivist");
        }

        void asReviewer() {
            browser.signIn("sun").read("孙丽").picture("30-desk-of-the-reviewer");
        }

        void asKeeper() {
            browser.signIn("zhou").read("周强").picture("40-desk-of-the-keeper");
        }

        void receive(String item, String number, String title, Path scan) {
            browser.go("intake/receive.xhtml").read("选择事项").picture("11-choose-item");
            browser.go("intake/receive.xhtml?item=" + item);
            type("form:number", number);
            type("form:title", title);
            type("form:applicant", "杭州麦香烘焙有限公司");
            value("form:acceptedAt", "2026-11-18T09:00");
            value("form:closedAt", "2026-11-19T16:00");
            for (int slot = 0; slot < 2; slot++) {
                browser.driver()
                        .findElement(By.id("form:slots:" + slot + ":files"))
                        .sendKeys(scan.toString());
            }
            type("form:result", "已提供");
            type("form:steps:0:node", "受理");
            type("form:steps:0:author", "王敏");
            type("form:steps:0:type", "同意");
            type("form:steps:0:body", "材料齐全，予以受理。");
            value("form:steps:0:at", "2026-11-18T10:00");
            browser.picture("12-receive");
            click("form:go");
            browser.read("已接收办件 " + number).picture("13-case");
        }

        /** Arranges a received case, builds its package, tests it; gives the number of the package. */
        String pack(String application) {
            browser.go("intake/case.xhtml?number=" + application);
            click("acts:arrange");
            browser.read("整理完成").picture("14-arranged");
            return build(application);
        }

        String packAgain(String application) {
            browser.go("transfer/returned.xhtml").read("缺少盖章页").picture("53-returned");
            browser.go("intake/case.xhtml?number=" + application);
            browser.read("缺少盖章页").picture("54-to-correct");
            click("acts:arrange");
            browser.read("整理完成");
            return build(application);
        }

        private String build(String application) {
            click("acts:build");
            browser.read("已封装固化").picture("15-package");
            String number = browser.driver()
                    .findElement(By.cssSelector("h1 .code"))
                    .getText()
                    .strip();
            click("run:go");
            browser.read("全部检测项").picture("16-report");
            // No virus scanner in the demonstration: a person decides what the tool could not tell.
            while (!browser.driver().findElements(By.id("decide:go")).isEmpty()) {
                String item = browser.see(By.id("decide:item")).getDomProperty("value");
                type("decide:note", "已在隔离机上用单位杀毒软件查毒，未发现病毒。");
                click("decide:go");
                browser.read("已记录对 " + item);
            }
            browser.read("检测合格").picture("17-report-passed");
            return number;
        }

        void register(String... numbers) {
            browser.go("registry/catalogue.xhtml").read("待登记");
            for (String number : numbers) {
                browser.see(By.cssSelector("input.pick[aria-label='" + number + "'], [aria-label='" + number + "']"))
                        .click();
            }
            browser.picture("21-register");
            click("register:go");
            browser.read("已登记 " + numbers.length + " 件").picture("22-catalogue");
        }

        /** The wizard from choice to submission; gives the number of the list. */
        String offer(String agency) {
            browser.go("transfer/new.xhtml?agency=" + agency).read("已选").picture("23-choose-packages");
            return submit();
        }

        void offerAgain(String number, String answered) {
            browser.go("transfer/returned.xhtml").read(number).picture("55-ready-again");
            browser.see(By.linkText("再次移交")).click();
            browser.read(answered);
            submit();
            browser.read(answered).picture("56-offered-again");
        }

        private String submit() {
            click("form:go");
            browser.read("政务服务电子档案移交清单").picture("24-a1-preview");
            String number = browser.driver().getCurrentUrl().replaceAll(".*number=([^&]+).*", "$1");
            click("form:next");
            browser.see(By.linkText("下一步"));
            browser.picture("25-catalogue-of-list");
            browser.see(By.linkText("下一步")).click();
            browser.see(By.id("form:confirmed")).click();
            browser.picture("26-confirm");
            click("form:submit");
            browser.read("已提交给").picture("27-submitted");
            return number;
        }

        void take(String list) {
            browser.go("transfer/inbox.xhtml").read(list).picture("31-inbox");
            browser.go("transfer/list.xhtml?number=" + list);
            click("acts:receive");
            browser.read("已接收 " + list);
            for (int turn = 0; turn < 60 && detecting(); turn++) {
                pause();
                browser.go("transfer/review.xhtml?number=" + list);
            }
            browser.picture("32-review");
            look();
        }

        /** A page beside the findings, then the keys of the review. */
        private void look() {
            browser.see(By.cssSelector("a[data-preview$='.jpg']")).click();
            browser.drawn(900).picture("38-preview");
            keys();
        }

        /** J and K go through the packages, R and A open what asks before it acts. */
        private void keys() {
            String first = shownPackage();
            press("j");
            browser.until(() -> !shownPackage().equals(first));
            press("k");
            browser.until(() -> shownPackage().equals(first));
            press("r");
            browser.see(By.id("return:each:0:text")).sendKeys(org.openqa.selenium.Keys.ESCAPE);
            press("a");
            browser.see(By.id("accept:note")).sendKeys(org.openqa.selenium.Keys.ESCAPE);
        }

        private String shownPackage() {
            return browser.driver()
                    .findElement(By.cssSelector(".packs a[aria-current] .code"))
                    .getText();
        }

        private void press(String key) {
            browser.see(By.tagName("body")).sendKeys(key);
        }

        private boolean detecting() {
            return browser.driver().findElement(By.tagName("body")).getText().contains("接收检测进行中");
        }

        /** Takes what the detection could not tell as a reason, adds one of its own, and a picture of what is meant. */
        void sendBack(String list, String number, String reason, Path picture) {
            browser.go("transfer/review.xhtml?number=" + list + "&pack=" + number)
                    .read(number);
            browser.see(By.cssSelector("#findings button[data-opens='return']")).click();
            browser.until(() -> !textOf("return:each:0:text").isBlank());
            click("return:more");
            type("return:each:1:text", reason);
            browser.driver().findElement(By.id("return:files")).sendKeys(picture.toString());
            browser.picture("33-return");
            click("return:go");
            browser.read("已记为退回");
        }

        void accept(String list, String number) {
            browser.go("transfer/review.xhtml?number=" + list + "&pack=" + number)
                    .read(number);
            browser.see(By.cssSelector("[data-opens='accept']")).click();
            type("accept:note", "已人工查毒并抽看原件，与办件相符。");
            browser.picture("34-accept");
            click("accept:go");
            browser.read("已通过 " + number);
        }

        void conclude(String list) {
            browser.go("transfer/review.xhtml?number=" + list).read(list);
            browser.see(By.cssSelector("[data-opens='conclude']")).click();
            browser.see(By.id("conclude:go"));
            browser.picture("36-conclude");
            click("conclude:go");
            browser.read("核对结束").picture("37-concluded");
        }

        void sign(String list) {
            browser.go("transfer/to-sign.xhtml").read(list);
            browser.go("transfer/sign.xhtml?number=" + list);
            browser.see(By.id("form:checked")).click();
            type("form:password", "Guidang-2026");
            browser.picture("50-sign");
            click("form:go");
        }

        void holdingOf(String number) {
            for (int turn = 0; turn < 60; turn++) {
                browser.go("storage/holdings.xhtml?id=" + number);
                if (browser.driver().findElement(By.tagName("body")).getText().contains("已入库")) {
                    break;
                }
                pause();
            }
            browser.read("已入库").picture("41-holdings");
            browser.see(By.cssSelector("td a.code")).click();
            browser.read("映射关系");
            click("acts:verify");
            browser.read("逐字节校验一致").picture("42-holding");
        }

        private String textOf(String id) {
            return String.valueOf(browser.see(By.id(id)).getDomProperty("value"));
        }

        private void click(String id) {
            browser.see(By.id(id)).click();
        }

        private void type(String id, String text) {
            browser.see(By.id(id)).clear();
            browser.see(By.id(id)).sendKeys(text);
        }

        /** Sets a field whose keys depend on the language of the browser. */
        private void value(String id, String value) {
            browser.driver().executeScript("document.getElementById(arguments[0]).value = arguments[1];", id, value);
        }

        private static void pause() {
            try {
                Thread.sleep(1000);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
