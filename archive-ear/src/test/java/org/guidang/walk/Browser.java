// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person before headless Chromium: signs in, goes to pages, takes pictures into {@code target/screenshots}. */
public final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Product product;
    private final ChromeDriver driver;

    public Browser(Product product) {
        this.product = product;
        ChromeOptions options = new ChromeOptions();
        options.setBinary(onPath("chromium"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--lang=zh-CN",
                "--window-size=1366,900");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of(onPath("chromedriver")).toFile())
                .build();
        this.driver = new ChromeDriver(service, options);
        this.driver.manage().timeouts().pageLoadTimeout(PATIENCE);
    }

    public ChromeDriver driver() {
        return driver;
    }

    public Browser go(String page) {
        driver.get(product.at(page).toString());
        return this;
    }

    /** Signs in with the password all demonstration accounts share, and waits for the desk. */
    public Browser signIn(String userName) {
        signIn(userName, "Guidang-2026");
        until(By.cssSelector("form[action$='/j_security_check']"), false);
        return this;
    }

    /** Fills the sign-in form and sends it; what comes then is the caller's to look at. */
    public void signIn(String userName, String password) {
        driver.manage().deleteAllCookies();
        go("home.xhtml");
        driver.findElement(By.name("j_username")).sendKeys(userName);
        driver.findElement(By.name("j_password")).sendKeys(password);
        driver.findElement(By.cssSelector("form[action$='/j_security_check'] [type=submit]"))
                .click();
    }

    /** The element, once it can be seen. */
    public WebElement see(By what) {
        return patience()
                .withMessage(() -> what + " at " + driver.getCurrentUrl() + ":\n" + words())
                .until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    /** Clicks what can be seen, from the middle of the window, where no header lies over it. */
    public Browser click(By what) {
        WebElement element = see(what);
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
        return this;
    }

    /** A page that is being replaced answers with errors of many kinds; the next look sees the new one. */
    private org.openqa.selenium.support.ui.FluentWait<org.openqa.selenium.WebDriver> patience() {
        return new WebDriverWait(driver, PATIENCE).ignoring(org.openqa.selenium.WebDriverException.class);
    }

    /** Waits until the text stands somewhere on the page. */
    public Browser read(String text) {
        patience()
                .withMessage(() -> "no “" + text + "” at " + driver.getCurrentUrl() + ":\n" + words())
                .until(page -> words().contains(text));
        return this;
    }

    private String words() {
        return String.valueOf(driver.executeScript("return document.body && document.body.innerText"));
    }

    /** Waits until this holds; a page that is being replaced is asked again. */
    public Browser until(java.util.function.BooleanSupplier holds) {
        patience().until(page -> holds.getAsBoolean());
        return this;
    }

    /** Waits until a page of a file has been drawn this many pixels wide. */
    public Browser drawn(int width) {
        return until(() -> Long.valueOf(width)
                .equals(driver.executeScript("var i = document.querySelector('.paper img');"
                        + " return i && i.complete ? i.naturalWidth : 0")));
    }

    /** The outer size of the window. */
    public Browser size(int width, int height) {
        driver.manage().window().setSize(new org.openqa.selenium.Dimension(width, height));
        return this;
    }

    private void until(By what, boolean there) {
        new WebDriverWait(driver, PATIENCE)
                .until(page -> page.findElements(what).isEmpty() != there);
    }

    /** Keeps what is seen now as {@code target/screenshots/<name>.png}. */
    public Path picture(String name) {
        try {
            Path folder = Files.createDirectories(Path.of(System.getProperty("it.work", "target"), "screenshots"));
            return Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException refused) {
            throw new java.io.UncheckedIOException(refused);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static String onPath(String program) {
        for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator)) {
            Path candidate = Path.of(folder, program);
            if (Files.isExecutable(candidate)) {
                return candidate.toString();
            }
        }
        throw new IllegalStateException(
                program + " is missing: apt-get install chromium chromium-driver fonts-noto-cjk");
    }
}
