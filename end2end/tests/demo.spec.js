// The demo: what it prints opens what it says.
import { accessible, expect, serving, test } from "./fixtures.js";
import { cards, demo, enter, nothing, photographs, prepared } from "./guest.js";
import { arrive, heading } from "./studio.js";

const place = serving("demo");

const RELEASED = {
    "Familie Brandt": ["Family album", "Summer by the water", "Grandmother is eighty"],
    "Anna and Jonas": ["Anna and Jonas, the wedding", "Getting ready", "The ceremony", "The party"],
    "Verlag Meerblick": ["Portraits, autumn programme", "North Sea calendar"],
};

// S11 S14 S83
for (const [name, galleries] of Object.entries(RELEASED)) {
    test(`the code of ${name} opens their overview, and nothing of the others'`, async ({ page }) => {
        const { codes } = await demo(place);
        expect(Object.keys(codes)).toEqual(Object.keys(RELEASED));
        await enter(page, codes[name]);
        await arrive(page, name);
        const shown = await cards(page).allTextContents();
        expect(shown.toSorted()).toEqual(galleries.toSorted());
    });
}

// S41 S44 S58 S60 S83
test("the codes of the school open what is said beside them", async ({ another }) => {
    const { school } = await demo(place);
    const leads = { staff: /\/nordlicht\/jobs\/\w+$/, parents: /\/nordlicht\/find\/\w+$/, alone: /\/nordlicht\/children$/ };
    expect(school).toHaveLength(3);
    for (const [who, code] of school) {
        const [, to] = Object.entries(leads).find(([word]) => who.includes(word));
        const page = await (await another()).newPage();
        await enter(page, code);
        await expect(page).toHaveURL(to);
        await accessible(page);
    }
});

// S20
test("a secure link shows one gallery alone", async ({ page, complaints }) => {
    const { links } = await demo(place);
    await page.goto(links["Blue hour"]);
    await arrive(page, "Blue hour");
    await expect(page).toHaveURL(/\/nordlicht\/g\/[^/]+$/);
    await prepared(page, 2);
    await accessible(page);
    await expect(page.getByRole("navigation", { name: "Way back" })).toHaveCount(0);
    await expect(cards(page, 3)).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Overview" })).toHaveCount(0);
    await photographs(page).first().click();
    await arrive(page, "Photograph 1 of 2");
    complaints.refuses(404, /\/nordlicht\/overview$/);
    expect((await page.goto("/nordlicht/overview")).status()).toBe(404);
    await expect(nothing(page)).toBeVisible();
});

// S17 S18
test("a link with a password asks, tells nothing before, and opens this gallery alone", async ({ page }) => {
    const { links, partyPassword } = await demo(place);
    await page.goto(links["The party"]);
    await arrive(page, "This gallery is locked");
    await expect(page).toHaveTitle("This gallery is locked");
    expect(await page.content()).not.toContain("The party");
    await expect(page.getByRole("main").getByRole("img")).toHaveCount(0);
    await page.getByLabel("Password of the gallery").fill("not the bouquet");
    await page.getByRole("button", { name: "Open the gallery" }).click();
    await expect(page.getByRole("alert")).toHaveText("That is not the password of this gallery.");
    expect(await page.content()).not.toContain("The party");
    await accessible(page);
    await page.getByLabel("Password of the gallery").fill(partyPassword);
    await page.getByRole("button", { name: "Open the gallery" }).click();
    await arrive(page, "The party");
    await prepared(page, 2);
    await expect(page.getByRole("navigation", { name: "Way back" })).toHaveCount(0);
});

// S83
test("the studio of the demo opens to its photographer", async ({ page }) => {
    const { password } = await demo(place);
    await page.goto("/");
    await arrive(page, "Passepartout");
    await page.getByRole("link", { name: "Sign in to your studio" }).click();
    await arrive(page, "Sign in");
    await page.getByLabel("E-mail").fill("anna@nordlicht.example");
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await arrive(page, "Hello, Anna");
    const studio = page.getByRole("navigation", { name: "Studio", exact: true });
    for (const part of ["Galleries", "Client logins", "Settings"]) {
        await studio.getByRole("link", { name: part, exact: true }).click();
        await arrive(page, part);
    }
    await expect(heading(page, "Settings")).toBeVisible();
});
