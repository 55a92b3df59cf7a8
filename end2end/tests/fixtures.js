// What every test is held to: a page that complains to its console, or breaks the content policy, fails the test.
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";

import { start } from "./server.js";

export { expect };

/** Chromium may give up the fade between two pages, and says so as an error: nothing is shown wrong. */
const NO_FADE = "InvalidStateError: Transition was aborted because of invalid state. ViewTransition opt-in disabled";
/** What a refusal leaves in the console, whoever asked for it. */
const REFUSED = /^Failed to load resource: the server responded with a status of (\d+)/;

export const test = base.extend({
    /** Collects what pages say. A test tells what belongs to it: `refuses(404, /x/)` of an address, `allows("text")`. */
    complaints: [
        async ({}, use) => {
            const said = [];
            const expected = [];
            await use({
                listen: (context) =>
                    context.on("page", (page) => {
                        page.on("console", (message) => {
                            if (!["error", "warning"].includes(message.type())) return;
                            said.push({ text: message.text(), url: message.location().url });
                        });
                        page.on("pageerror", (error) => said.push({ text: String(error), url: page.url() }));
                    }),
                refuses: (status, address) => expected.push({ status, address }),
                allows: (text) => expected.push({ text }),
            });
            const isExpected = ({ text, url }) => {
                const status = Number(text.match(REFUSED)?.[1]);
                return text === NO_FADE || expected.some((one) => one.text === text || (one.status === status && one.address?.test(url)));
            };
            expect(said.filter((complaint) => !isExpected(complaint))).toEqual([]);
        },
        { auto: true },
    ],
    /** Opens one more browser of the same make: somebody else, without a cookie. */
    another: async ({ browser, complaints, baseURL, javaScriptEnabled, viewport, isMobile, hasTouch }, use) => {
        const open = [];
        await use(async (options = {}) => {
            const like = { baseURL, javaScriptEnabled, viewport, isMobile, hasTouch };
            const context = await browser.newContext({ ...like, ...options });
            complaints.listen(context);
            open.push(context);
            return context;
        });
        for (const context of open) await context.close();
    },
    context: async ({ another }, use) => use(await another()),
});

/** Gives the tests of a file a server of their own, `serve` or `demo`: see server.js for what is known about it. */
export function serving(word) {
    const place = {};
    test.beforeAll(async () => Object.assign(place, await start(word)));
    test.afterAll(() => place.stop?.());
    test.use({ baseURL: async ({}, use) => use(place.url) });
    return place;
}

/** Waits until the islands of a page are awake, if it has any. */
export const awake = (page) => page.waitForSelector("html[data-awake], html:not(:has(leptos-island))", { state: "attached" });

/** Fails where axe finds something on the page as it is now. */
export async function accessible(page) {
    const found = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const told = found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    expect(told, `axe at ${page.url()}`).toEqual([]);
}

/** Fails where the page is wider than its window. */
export async function fits(page) {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, `${page.url()} is wider than its window by`).toBeLessThanOrEqual(0);
}
