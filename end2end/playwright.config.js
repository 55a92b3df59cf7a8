// Runs against the program that `cargo xtask test` has built: it names program and browser in these two variables.
//   PASSEPARTOUT=target/release/passepartout CHROMIUM=/usr/bin/chromium npx playwright test
import { defineConfig } from "@playwright/test";

export default defineConfig({
    testDir: "./tests",
    outputDir: "./test-results",
    forbidOnly: true,
    // A machine that does something else meanwhile can make a browser miss a moment: a second try, reported as flaky.
    retries: 1,
    workers: 1,
    timeout: 180_000,
    expect: { timeout: 20_000 },
    reporter: [["list"], ["json", { outputFile: "test-results/report.json" }]],
    use: {
        browserName: "chromium",
        screenshot: "only-on-failure",
        launchOptions: {
            executablePath: process.env.CHROMIUM,
            args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        },
    },
    projects: [
        { name: "desk", use: { viewport: { width: 1440, height: 900 } } },
        // What visitors do, they mostly do on a phone.
        {
            name: "phone",
            testMatch: /(visit|plain)\.spec\.js/,
            use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
        },
    ],
});
