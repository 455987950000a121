package minifaas.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The site of this course in a browser, from its folder: no server. */
@Tag("long")
@Tag("once")
class BrowserTest {
    private static final Path STUDENTS = Path.of("target/site");
    private static final Path INSTRUCTORS = Path.of("target/site-instructor");
    private static final Path CHAPTER = STUDENTS.resolve("07-environment.html");

    /** The browser may still write while its folder is deleted. */
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path profile;

    private static Browser browser;

    @BeforeAll
    static void aBrowserIsThere() {
        browser = Browser.start(profile);
    }

    @AfterAll
    static void theBrowserEnds() {
        if (browser != null) browser.close();
    }

    @BeforeEach
    void theWindowIsWideAndTheSystemLight() {
        browser.command("Emulation.clearDeviceMetricsOverride", Map.of());
        browser.resize(1400, 900);
        system("light");
        browser.open(CHAPTER);
        browser.run("localStorage.clear()");
        browser.open(CHAPTER);
    }

    @Test
    void aReaderLooksSomethingUp() {
        browser.find("body").sendKeys("/");
        assertThat(focused()).isEqualTo("search");
        browser.find("#search").sendKeys("freez");
        browser.await("document.querySelector('#results a')");
        assertThat(browser.find("#found").getAttribute("textContent")).matches("\\d+ sections? found");
        assertThat(browser.all("#results a")).extracting(WebElement::getText).anyMatch(text -> text.contains("frozen"));

        browser.find("#search").sendKeys(Keys.chord(Keys.CONTROL, "a"), "whiteouts handler bootstrap");
        browser.find("#search").sendKeys(Keys.ARROW_DOWN);
        String target = browser.find("#results a").getDomAttribute("href");
        assertThat(target).startsWith("06-invocation.html#");
        browser.find("#results a").sendKeys(Keys.ENTER);
        browser.await("location.href.endsWith('" + target + "')");
    }

    @Test
    void whatIsNowhereIsNotFound() {
        browser.find("#search").sendKeys("xylophone");
        browser.await("document.getElementById('found').textContent === '0 sections found'");
        assertThat(browser.find("#results").isDisplayed()).isFalse();
    }

    @Test
    void theThemeFollowsTheSystemUntilTheReaderTurnsIt() {
        String light = ground();
        assertThat(browser.find("#theme").getText()).isEqualTo("Dark");
        system("dark");
        browser.await("document.getElementById('theme').textContent === 'Light'");
        assertThat(ground()).isNotEqualTo(light);

        browser.find("#theme").click();
        assertThat(ground()).isEqualTo(light);
        browser.open(STUDENTS.resolve("06-invocation.html"));
        assertThat(ground()).isEqualTo(light);
        assertThat(browser.find("#theme").getText()).isEqualTo("Dark");
    }

    @Test
    void theCommandsOfATranscriptAreCopiedWithoutTheirOutput() {
        browser.command(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        assertThat(copied("pre code[data-lang=console]"))
                .startsWith("python3 -m zipfile -c label.zip label.py\naws lambda create-function ")
                .doesNotContain("$ ", "\n512\n", "seen, connected");
        assertThat(copied("pre code:has(.conum)"))
                .startsWith("private void serveWaiting() {\n")
                .contains("grant(call, warm.get());\n", "start(call.version());\n");
    }

    private String copied(String code) {
        WebElement block =
                (WebElement) browser.run("return document.querySelector(arguments[0]).closest('.content')", code);
        browser.run("arguments[0].querySelector('.copy').click()", block);
        browser.await("document.querySelector('" + code + "').closest('.content').textContent.includes('Copied')");
        return (String) browser.runAsynchronously("navigator.clipboard.readText().then(arguments[0])");
    }

    @Test
    void anAnswerIsFoldedUntilItIsAskedFor() {
        WebElement answer = browser.find("article details .content");
        assertThat(answer.isDisplayed()).isFalse();
        browser.find("article details summary").sendKeys(Keys.ENTER);
        assertThat(answer.isDisplayed()).isTrue();
        browser.find("article details summary").sendKeys(Keys.ENTER);
        assertThat(answer.isDisplayed()).isFalse();
        browser.open(INSTRUCTORS.resolve("07-environment.html"));
        assertThat(browser.find("article details .content").isDisplayed()).isTrue();
    }

    @Test
    void onAPhoneThePagesAreBehindAButton() {
        phone();
        assertThat(browser.find("#side").isDisplayed()).isFalse();
        assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                .isEqualTo(390);
        browser.find("#menu").click();
        assertThat(browser.find("#side").isDisplayed()).isTrue();
        assertThat(browser.find("#menu").getDomAttribute("aria-expanded")).isEqualTo("true");
        browser.find("#side a").sendKeys(Keys.ESCAPE);
        assertThat(browser.find("#side").isDisplayed()).isFalse();
        assertThat(focused()).isEqualTo("menu");

        browser.find("#menu").click();
        browser.find("#side a[href='06-invocation.html']").click();
        browser.await("location.pathname.endsWith('/06-invocation.html')");
    }

    @Test
    void theKeyboardSkipsToTheTextAndReachesCodeThatScrolls() {
        browser.find("body").sendKeys(Keys.TAB);
        WebElement skip = browser.find(".skip");
        browser.await("document.activeElement.classList.contains('skip')");
        skip.sendKeys(Keys.ENTER);
        browser.await("document.activeElement.id === 'content'");
        assertThat((Boolean) browser.run("return [...document.querySelectorAll('pre')]"
                        + ".every(pre => (pre.scrollWidth > pre.clientWidth) === (pre.tabIndex === 0))"))
                .isTrue();
    }

    @Test
    void nothingIsLoadedFromAnotherHost() throws IOException {
        browser.requests(); // those of the page that the browser begins with are its own affair
        for (Path page : pages()) {
            browser.open(page);
            browser.find("#search").sendKeys("cold");
        }
        assertThat(browser.requests())
                .contains(CHAPTER.toRealPath().toUri().toString())
                .anyMatch(address -> address.endsWith("/lunr.js"))
                .anyMatch(address -> address.endsWith(".svg"))
                .allMatch(address -> address.startsWith("file:///"));
    }

    /** The rules of axe-core; what they call serious or critical keeps somebody from reading. */
    @Test
    void noPageHasASeriousFaultInEitherTheme() throws IOException {
        String axe = resource("/axe.min.js");
        for (Path page : pages()) {
            system("light");
            browser.open(page);
            assertThat(faults(axe, "{}")).as(page + " in light").isEmpty();
            system("dark");
            assertThat(faults(axe, "{runOnly: ['color-contrast']}"))
                    .as(page + " in dark")
                    .isEmpty();
        }
        phone();
        browser.open(CHAPTER);
        assertThat(faults(axe, "{}")).as("a chapter on a phone").isEmpty();
    }

    @Test
    void aSeriousFaultIsSeen() throws IOException {
        browser.run("document.querySelector('article p').style.color = 'color-mix(in srgb, currentColor, white 80%)'");
        assertThat(faults(resource("/axe.min.js"), "{}"))
                .singleElement()
                .asString()
                .startsWith("color-contrast: ");
    }

    /** With all answers open, since what is folded is not looked at. */
    private static List<?> faults(String axe, String options) {
        browser.run("document.querySelectorAll('details').forEach(each => each.open = true)");
        browser.run(axe);
        return (List<?>) browser.runAsynchronously("""
                const done = arguments[0];
                axe.run(OPTIONS).then(report => done(report.violations
                    .filter(each => ["serious", "critical"].includes(each.impact))
                    .map(each => each.id + ": " + each.nodes.map(node => node.html.slice(0, 200)).join(" | "))));
                """.replace("OPTIONS", options));
    }

    private static void phone() {
        browser.command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
        browser.open(CHAPTER);
    }

    private static void system(String theme) {
        browser.command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
    }

    private static String ground() {
        return (String) browser.run("return getComputedStyle(document.body).backgroundColor");
    }

    private static String focused() {
        return (String) browser.run("return document.activeElement.id");
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> students = Files.list(STUDENTS);
                Stream<Path> instructors = Files.list(INSTRUCTORS)) {
            return Stream.concat(students, instructors)
                    .filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream script = BrowserTest.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
