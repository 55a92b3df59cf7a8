// The visitor's half in a browser that runs no scripts.
import { accessible, awake, expect, fits, serving, test } from "./fixtures.js";
import { cards, demo, enter, photographs, prepared } from "./guest.js";
import { heading } from "./studio.js";

const place = serving("demo");

test.use({ javaScriptEnabled: false });

let twin;

// axe is a script: it looks at the same page of the same visitor in a browser that runs some.
test.beforeEach(async ({ another }) => {
    twin = async (page) => {
        const context = await another({ javaScriptEnabled: true, storageState: await page.context().storageState() });
        const other = await context.newPage();
        await other.goto(page.url());
        await awake(other);
        await accessible(other);
        await context.close();
    };
});

/** Expects a page by its main heading. */
async function arrive(page, name) {
    await expect(heading(page, name)).toBeVisible();
    await fits(page);
    await twin(page);
}

// S10 S11 S12 S23 S72
test("a client enters, walks, looks and leaves without scripts", async ({ page }) => {
    test.slow();
    const { codes } = await demo(place);
    await enter(page, "WRNG-C0DE-2345");
    await expect(page.getByRole("alert")).toContainText("This code opens nothing here.");
    await arrive(page, "Atelier Nordlicht");
    await enter(page, codes["Familie Brandt"]);
    await arrive(page, "Familie Brandt");
    await expect(cards(page)).toHaveCount(3);

    await page.getByRole("link", { name: "Summer by the water" }).click();
    await arrive(page, "Summer by the water");
    await prepared(page, 6);
    await expect(cards(page, 3)).toHaveText(["Evening on the jetty", "Blue hour"]);

    await photographs(page).nth(1).click();
    await arrive(page, "Photograph 2 of 6");
    await page.getByRole("link", { name: "Next" }).click();
    await arrive(page, "Photograph 3 of 6");
    await page.getByRole("link", { name: "Previous" }).click();
    await page.getByRole("link", { name: "Previous" }).click();
    await arrive(page, "Photograph 1 of 6");
    await expect(page.getByRole("link", { name: "Previous" })).toHaveCount(0);
    const photo = new URL(page.url()).pathname.split("/").pop();
    await page.getByRole("link", { name: "Summer by the water" }).click();
    await expect(page).toHaveURL(new RegExp(`#p-${photo}$`));
    await expect(photographs(page).first()).toBeInViewport();

    await page.getByRole("link", { name: "Blue hour" }).click();
    await arrive(page, "Blue hour");
    await page.getByRole("navigation", { name: "Way back" }).getByRole("link", { name: "Family album" }).click();
    await page.getByRole("link", { name: "Overview" }).click();
    await arrive(page, "Familie Brandt");
    await page.getByRole("button", { name: "Leave" }).click();
    await arrive(page, "Atelier Nordlicht");
});

// S77
test("the language changes without scripts, and stays", async ({ page }) => {
    const change = async (to) => {
        await page.locator("details.tongues > summary").click();
        await page.getByRole("button", { name: to, exact: true }).click();
    };
    await page.goto("/nordlicht");
    await change("Deutsch");
    await expect(page.getByLabel("Ihr Code")).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await arrive(page, "Atelier Nordlicht");
    await page.goto("/nordlicht");
    await expect(page.getByRole("button", { name: "Meine Bilder ansehen" })).toBeVisible();
    await change("English");
    await expect(page.getByLabel("Your code")).toBeVisible();
});

// S17 S18
test("the door with a password works without scripts", async ({ page }) => {
    const { links, partyPassword } = await demo(place);
    await page.goto(links["The party"]);
    await arrive(page, "This gallery is locked");
    expect(await page.content()).not.toContain("The party");
    await page.getByLabel("Password of the gallery").fill("wrong");
    await page.getByRole("button", { name: "Open the gallery" }).click();
    await expect(page.getByRole("alert")).toHaveText("That is not the password of this gallery.");
    await arrive(page, "This gallery is locked");
    await page.getByLabel("Password of the gallery").fill(partyPassword);
    await page.getByRole("button", { name: "Open the gallery" }).click();
    await arrive(page, "The party");
    await prepared(page, 2);
    await page.getByRole("button", { name: "Leave" }).click();
    await arrive(page, "Atelier Nordlicht");
});
