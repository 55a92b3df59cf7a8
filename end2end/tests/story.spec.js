// The whole story in one go, from an empty folder to a release that is taken back while somebody looks.
import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { accessible, awake, expect, serving, test } from "./fixtures.js";
import { cards, enter, nothing, photographs } from "./guest.js";
import * as studio from "./studio.js";

const place = serving("serve");

const EVENING = ["bythewater", "eveningglow", "grey", "kite"];
let folder;

test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "passepartout-photographs-"));
    await mkdir(join(folder, "Evening"));
    for (const name of EVENING) await copyFile(studio.photograph(name), join(folder, "Evening", `${name}.jpg`));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

// S1 S2 S3 S7 S8 S10 S11 S22 S23 S24 S32 S70 S72
test("a photographer opens a studio and delivers, a client walks in with a code and is shown out", async ({ page, another, complaints }) => {
    test.setTimeout(150_000);
    const step = test.step;

    await step("the first run asks for the token and keeps what was typed", async () => {
        await page.goto("/");
        await expect(page).toHaveURL("/first-run");
        await studio.arrive(page, "Welcome to Passepartout");
        await studio.setUp(page, "not-the-token", "sign-in");
        await expect(page.getByText("This is not the token from the terminal.")).toBeVisible();
        await expect(page.getByText("This address is kept for the program itself. Please choose another.")).toBeVisible();
        await expect(page.getByLabel("Your password")).toHaveValue(studio.ANNA.password);
        await accessible(page);
        await page.getByLabel("One-time token").fill(place.token);
        await page.getByLabel("Address of your studio").fill(studio.STUDIO.address);
        await page.getByRole("button", { name: "Open the studio" }).click();
        await studio.arrive(page, "Welcome, Anna");
    });

    await step("out and in again", async () => {
        await page.getByRole("button", { name: "Sign out" }).click();
        await studio.arrive(page, "Sign in");
        await page.getByLabel("E-mail").fill(studio.ANNA.email);
        await page.getByLabel("Password").fill("not the password");
        await page.getByRole("button", { name: "Sign in" }).click();
        await expect(page.getByText("E-mail and password do not belong together.")).toBeVisible();
        await accessible(page);
        await page.getByLabel("Password").fill(studio.ANNA.password);
        await page.getByRole("button", { name: "Sign in" }).click();
        await expect(page).toHaveURL("/studio/nordlicht");
    });

    await step("a tree: Brandt > Summer > Evening, and Winter beside Summer", async () => {
        await studio.firstGallery(page, "Brandt");
        await studio.galleryBelow(page, "Summer");
        await studio.galleryBelow(page, "Evening");
        await studio.upTo(page, "Brandt");
        await studio.galleryBelow(page, "Winter");
    });

    const addresses = {};
    const id = () => page.url().split("/galleries/")[1];

    await step("Summer lets visitors walk down and up, Brandt does not", async () => {
        addresses.Winter = id();
        await studio.upTo(page, "Brandt");
        addresses.Brandt = id();
        await page.getByRole("main").getByRole("link", { name: "Summer" }).click();
        await studio.arrive(page, "Summer");
        addresses.Summer = id();
        await page.getByRole("navigation", { name: "Summer" }).getByRole("link", { name: "Who can see this" }).click();
        await studio.arrive(page, "Summer");
        await expect(page.getByText("Nobody but the members of your studio can see this gallery")).toBeVisible();
        await page.getByRole("switch", { name: /^Visitors cannot walk/ }).click();
        await expect(page.getByRole("status").filter({ hasText: "Navigation of “Summer” is on." })).toBeVisible();
        await expect(page.getByRole("switch", { name: /^Visitors can walk down into the sub-gallery/ })).toBeChecked();
        await accessible(page);
        await studio.part(page, "Galleries");
        await expect(page.getByText("navigation on")).toHaveCount(1);
    });

    await step("a folder of photographs finds its gallery, single ones find theirs", async () => {
        await page.getByRole("main").getByRole("link", { name: "Summer" }).click();
        await studio.arrive(page, "Summer");
        await studio.drop(page, [join(folder, "Evening")]);
        await expect(page.getByRole("heading", { name: "4 of 4 photographs are here" })).toBeVisible({ timeout: 30_000 });
        await studio.pick(page, ["aqua", "dune"].map(studio.photograph));
        await expect(page.getByRole("heading", { name: "2 of 2 photographs are here" })).toBeVisible({ timeout: 30_000 });
        await expect(studio.ready(page)).toHaveCount(2, { timeout: 60_000 });
        await accessible(page);
        await page.getByRole("main").getByRole("link", { name: "Evening" }).click();
        await studio.arrive(page, "Evening");
        addresses.Evening = id();
        await expect(studio.ready(page)).toHaveCount(EVENING.length, { timeout: 60_000 });
        await page.goto(`/studio/nordlicht/galleries/${addresses.Winter}`);
        await studio.pick(page, studio.photograph("storm"));
        await expect(studio.ready(page)).toHaveCount(1, { timeout: 60_000 });
    });
    const winter = await studio.ready(page).getAttribute("href");

    let code;
    await step("a client login with the code that is offered", async () => {
        await studio.part(page, "Client logins");
        await page.getByRole("link", { name: "New client login" }).click();
        await studio.arrive(page, "New client login");
        code = await page.getByRole("textbox", { name: "Code" }).inputValue();
        expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
        await expect(page.getByText("Strong. Nobody will guess this.")).toBeVisible();
        await page.getByLabel("Name", { exact: true }).fill("Familie Brandt");
        await page.getByRole("button", { name: "Save, then choose galleries" }).click();
        await studio.arrive(page, "What Familie Brandt sees");
        await expect(page.getByText("Familie Brandt is ready. Now choose the galleries.")).toBeVisible();
    });

    const tick = (name) => page.getByRole("checkbox", { name: new RegExp(`^${name}`) });
    await step("Evening is released; the page says what comes by itself", async () => {
        await tick("Evening").check();
        await expect(page.getByRole("status").filter({ hasText: "will also see: Summer, Evening." })).toBeVisible();
        await expect(page.getByText("comes by itself: Evening was released to them; from there they can walk up")).toBeVisible();
        await accessible(page);
        await page.getByRole("button", { name: "Save" }).click();
        await studio.arrive(page, "Familie Brandt");
        const sees = page.getByRole("region", { name: "Sees" }).getByRole("listitem");
        await expect(sees).toHaveCount(2);
        await expect(sees.filter({ hasText: "Summer" })).toContainText("Evening was released to them; from there they can walk up");
        await expect(sees.filter({ hasText: /^Evening/ })).toContainText("released");
    });

    const client = await (await another()).newPage();
    await step("the client types the code in small letters and sees Evening alone", async () => {
        await enter(client, code.toLowerCase().replaceAll("-", ""));
        await studio.arrive(client, "Familie Brandt");
        await expect(cards(client)).toHaveText(["Evening"]);
        await expect(client.getByText("One gallery, kept here for you.")).toBeVisible();
    });

    await step("down, up to Summer, and no further", async () => {
        await client.getByRole("link", { name: "Evening" }).click();
        await studio.arrive(client, "Evening");
        await expect(photographs(client)).toHaveCount(EVENING.length);
        const way = client.getByRole("navigation", { name: "Way back" }).getByRole("link");
        await expect(way).toHaveText(["Familie Brandt", "Summer"]);
        await way.filter({ hasText: "Summer" }).click();
        await studio.arrive(client, "Summer");
        await expect(cards(client, 3)).toHaveText(["Evening"]);
        await expect(photographs(client)).toHaveCount(2);
        await expect(way).toHaveText(["Familie Brandt"]);
        complaints.refuses(404, new RegExp(`/nordlicht/g/(${addresses.Brandt}|${addresses.Winter})$`));
        for (const hidden of ["Brandt", "Winter"]) {
            const answer = await client.goto(`/nordlicht/g/${addresses[hidden]}`);
            expect(answer.status(), hidden).toBe(404);
            await expect(nothing(client)).toBeVisible();
            await expect(client.getByText(hidden)).toHaveCount(0);
            await accessible(client);
        }
        expect((await client.request.get(winter)).status()).toBe(404);
    });

    await step("the viewer: arrows, links, and back to the place", async () => {
        await client.goto(`/nordlicht/g/${addresses.Evening}`);
        await photographs(client).first().click();
        await studio.arrive(client, "Photograph 1 of 4");
        const first = client.url();
        await client.keyboard.press("ArrowRight");
        await expect(studio.heading(client, "Photograph 2 of 4")).toBeVisible();
        expect(client.url()).not.toBe(first);
        await client.getByRole("link", { name: "Next" }).click();
        await expect(studio.heading(client, "Photograph 3 of 4")).toBeVisible();
        await client.keyboard.press("ArrowLeft");
        await expect(studio.heading(client, "Photograph 2 of 4")).toBeVisible();
        const second = new URL(client.url()).pathname.split("/").pop();
        await accessible(client);
        await client.getByRole("link", { name: "Evening" }).click();
        await studio.arrive(client, "Evening");
        await expect(client).toHaveURL(new RegExp(`/g/${addresses.Evening}#p-${second}$`));
        await expect(photographs(client).nth(1)).toBeInViewport();
    });

    await step("the release is taken back while the client looks", async () => {
        await photographs(client).nth(1).click();
        await studio.arrive(client, "Photograph 2 of 4");
        const image = await client.getByRole("img", { name: "Photograph 2 of 4" }).evaluate((image) => image.currentSrc);
        expect((await client.request.get(image)).status()).toBe(200);

        await page.getByRole("link", { name: "Add or remove galleries" }).click();
        await studio.arrive(page, "What Familie Brandt sees");
        await tick("Evening").uncheck();
        await expect(page.getByRole("status").filter({ hasText: "will no longer see: Summer, Evening." })).toBeVisible();
        await page.getByRole("button", { name: "Save" }).click();
        await studio.arrive(page, "Familie Brandt");
        await expect(page.getByText("Saved. It holds at once, also in open pages.")).toBeVisible();

        complaints.refuses(404, new RegExp(`/m/[^/]+/[sml]$|/nordlicht/g/${addresses.Evening}(/[^/]+)?$`));
        complaints.refuses(404, /\/api\/photos\/around$/);
        expect((await client.request.get(image)).status()).toBe(404);
        await client.keyboard.press("ArrowRight");
        await expect(nothing(client)).toBeVisible();
        await accessible(client);
        const answer = await client.goto(`/nordlicht/g/${addresses.Evening}`);
        expect(answer.status()).toBe(404);
        await client.goto("/nordlicht/overview");
        await awake(client);
        await expect(client.getByRole("heading", { name: "Your galleries will appear here" })).toBeVisible();
        await accessible(client);
    });

    await step("the client leaves", async () => {
        await client.getByRole("button", { name: "Leave" }).click();
        await studio.arrive(client, "Atelier Nordlicht");
        complaints.refuses(404, /\/nordlicht\/overview$/);
        expect((await client.goto("/nordlicht/overview")).status()).toBe(404);
    });
});
