// The front door while somebody guesses, and codes that come in an address.
import { accessible, awake, expect, fits, serving, test } from "./fixtures.js";
import { demo } from "./guest.js";
import { arrive, heading } from "./studio.js";

const place = serving("demo");

// T34
test("a code behind # is filled in, and is in no request, no Referer and no entry of the history", async ({ page }) => {
    const { codes } = await demo(place);
    const code = codes["Familie Brandt"];
    const asked = [];
    page.on("request", (request) => asked.push(`${request.url()} ${JSON.stringify(request.headers())}`));
    await page.goto(`/nordlicht#c=${code}&t=${"0".repeat(32)}`);
    await awake(page);
    await expect(page.getByLabel("Your code")).toHaveValue(code);
    await expect(page).toHaveURL("/nordlicht");
    // Nobody is let in before the person presses. The companion goes with the code that it came with.
    const companion = page.locator("[name=companion]");
    await expect(companion).toHaveValue("0".repeat(32));
    await page.getByLabel("Your code").press("End");
    await page.keyboard.type(" ");
    await expect(companion).toHaveValue("");
    await page.getByRole("button", { name: "See my pictures" }).click();
    await arrive(page, "Familie Brandt");
    expect(asked.filter((one) => one.includes(code))).toEqual([]);
    const browser = await page.context().newCDPSession(page);
    // Not `userTypedURL`: what somebody typed into the address bar is the browser's own affair, no page can change it.
    const { entries } = await browser.send("Page.getNavigationHistory");
    expect(entries.filter(({ url }) => url.includes(code))).toEqual([]);
});

// T19
test("a slow door solves its puzzle by itself, and without scripts it asks for half a minute", async ({ page, another }) => {
    const { codes } = await demo(place);
    const code = codes["Familie Brandt"];
    const type = async (wrong) => {
        const form = { studio: "nordlicht", code: wrong };
        return page.request.post("/api/front_door", { form, headers: { "sec-fetch-site": "same-origin" } });
    };
    for (let number = 0; number < 10; number += 1) await type(`WRNG-${1000 + number}-2345`);
    expect((await type(code)).status()).toBe(429);

    const plain = await (await another({ javaScriptEnabled: false })).newPage();
    await plain.goto("/nordlicht");
    await plain.getByLabel("Your code").fill(code);
    await plain.getByRole("button", { name: "See my pictures" }).click();
    await expect(plain.getByRole("alert")).toContainText("You can try again in 30 seconds.");
    await fits(plain);
    await expect(plain.locator("[name=ticket]")).not.toHaveValue("");
    await expect(plain.getByRole("alert")).toContainText("What you typed is kept");

    // Between two pieces of its search the page breathes, for no time at all: a search that ran twice would do so twice.
    await page.addInitScript(() => {
        const later = window.setTimeout;
        window.setTimeout = (call, time, ...rest) => {
            const breathes = location.pathname === "/nordlicht" && time === 0 && String(call).includes("[native code]");
            if (breathes) sessionStorage.breaths = Number(sessionStorage.breaths ?? 0) + 1;
            return later(call, time, ...rest);
        };
    });
    const solutions = [];
    page.on("request", (request) => {
        if (request.url().endsWith("/api/front_door")) solutions.push(new URLSearchParams(request.postData()).get("solution"));
    });
    await page.goto("/nordlicht");
    await awake(page);
    await page.getByLabel("Your code").fill(code);
    await page.getByRole("button", { name: "See my pictures" }).click();
    await arrive(page, "Familie Brandt");
    await accessible(page);
    expect(solutions).toEqual(["", expect.stringMatching(/^\d+$/)]);
    const pieces = Math.floor(Number(solutions[1]) / 2000);
    expect(await page.evaluate(() => Number(sessionStorage.breaths ?? 0)), "of one search").toBe(pieces);

    // Nothing is typed twice: the button comes back after half a minute, and is all that is left to press.
    await expect(plain.getByLabel("Your code")).toHaveValue("");
    expect(await plain.content()).not.toContain(code);
    expect(plain.url()).not.toContain(code);
    await plain.getByRole("button", { name: "See my pictures" }).click({ timeout: 60_000 });
    await expect(heading(plain, "Familie Brandt")).toBeVisible();
});

// S17
test("without scripts a gallery's password is typed once, however slow its door", async ({ page, another }) => {
    const { links, partyPassword } = await demo(place);
    const link = links["The party"];
    await page.goto(link);
    await awake(page);
    const gallery = page.url().match(/\/g\/(\w{26})/)[1];
    for (let number = 0; number < 10; number += 1) {
        const form = { studio: "nordlicht", gallery, password: `not this ${number}` };
        await page.request.post("/api/gallery/unlock", { form, headers: { "sec-fetch-site": "same-origin" } });
    }
    const plain = await (await another({ javaScriptEnabled: false })).newPage();
    await plain.goto(link);
    await plain.getByLabel("Password of the gallery").fill(partyPassword);
    await plain.getByRole("button", { name: "Open the gallery" }).click();
    await expect(plain.getByRole("alert")).toContainText("What you typed is kept");
    expect(await plain.content()).not.toContain(partyPassword);
    await plain.getByRole("button", { name: "Open the gallery" }).click({ timeout: 60_000 });
    await expect(heading(plain, "The party")).toBeVisible();
});
