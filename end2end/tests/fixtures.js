// What every test is held to: a page that complains to its console, or breaks the content policy, fails the test.
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";

import { start } from "./server.js";

export { expect };

export const test = base.extend({
    // Added to every context, those that a test opens itself included.
    complaints: [
        async ({ browser }, use) => {
            const complaints = [];
            const listen = (context) =>
                context.on("page", (page) => {
                    page.on("console", (said) => {
                        if (["error", "warning"].includes(said.type())) complaints.push(`${said.text()} (${said.location().url})`);
                    });
                    page.on("pageerror", (error) => complaints.push(String(error)));
                });
            const open = browser.newContext.bind(browser);
            browser.newContext = async (options) => {
                const context = await open(options);
                listen(context);
                return context;
            };
            await use(complaints);
            browser.newContext = open;
            expect(complaints).toEqual([]);
        },
        { auto: true },
    ],
    context: async ({ browser, complaints, baseURL, javaScriptEnabled }, use) => {
        const context = await browser.newContext({ baseURL, javaScriptEnabled });
        await use(context);
        await context.close();
    },
});

/** Gives the tests of a file a server of their own, `serve` or `demo`: see server.js for what is known about it. */
export function serving(word) {
    const place = {};
    test.beforeAll(async () => Object.assign(place, await start(word)));
    test.afterAll(() => place.stop?.());
    test.use({ baseURL: async ({}, use) => use(place.url) });
    return place;
}

/** Waits until the islands of a page are awake. */
export const awake = (page) => page.waitForSelector("html[data-awake]");

/** Fails where axe finds something on the page as it is now. */
export async function accessible(page) {
    const found = await new AxeBuilder({ page }).analyze();
    expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
