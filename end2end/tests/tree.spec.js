// The one menu of the tree of galleries: by keyboard, by mouse, and without scripts.
import { accessible, awake, expect, serving, test } from "./fixtures.js";
import { demo } from "./guest.js";
import { arrive, heading } from "./studio.js";

const place = serving("demo");

async function signIn(page) {
    const { password } = await demo(place);
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill("anna@nordlicht.example");
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(heading(page, "Hello, Anna")).toBeVisible();
}

const row = (page, name) => page.getByRole("button", { name: `More for ${name}`, exact: true });
/** What the open menu offers. */
const offered = (page) => page.locator(".menu:popover-open :is(a, button):visible");
const names = (page) => page.locator(".tree .name");
/** Expects these galleries in this order, the first at a place of the tree. */
const inOrder = async (page, first, ...expected) => {
    for (const [turn, name] of expected.entries()) await expect(names(page).nth(first + turn)).toHaveText(name);
};

const ALL = ["New sub-gallery", "Rename", "Move to …", "Up one place", "Down one place", "Delete"];
const without = (...gone) => ALL.filter((word) => !gone.includes(word));

test("the rows share a menu that opens by keyboard, closes at Escape, and is each row's own", async ({ page }) => {
    await signIn(page);
    await page.goto("/studio/nordlicht/galleries");
    await awake(page);
    await row(page, "Getting ready").focus();
    await page.keyboard.press("Enter");
    await expect(offered(page)).toHaveText(without("Up one place"));
    await accessible(page);
    await page.keyboard.press("Tab");
    await expect(offered(page).first()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(offered(page)).toHaveCount(0);
    await expect(row(page, "Getting ready")).toBeFocused();

    await row(page, "The party").click();
    await expect(offered(page)).toHaveText(without("Down one place"));
    await row(page, "The ceremony").click();
    await expect(offered(page)).toHaveText(ALL);
    await offered(page).getByText("Up one place").click();
    await inOrder(page, 6, "The ceremony", "Getting ready", "The party");

    await awake(page);
    await row(page, "The party").click();
    await offered(page).getByText("Rename").click();
    await expect(page.getByLabel("New name of The party")).toBeFocused();
    await page.getByLabel("New name of The party").fill("The feast");
    await page.getByRole("button", { name: "Rename" }).click();
    await inOrder(page, 8, "The feast");

    await awake(page);
    await row(page, "North Sea calendar").click();
    await offered(page).getByText("Move to").click();
    await arrive(page, "Move “North Sea calendar”");
});

test.describe("without scripts", () => {
    test.use({ javaScriptEnabled: false });

    test("a row shows its actions in the page", async ({ page }) => {
        await signIn(page);
        await page.goto("/studio/nordlicht/galleries");
        await row(page, "Blue hour").click();
        const actions = page.locator("#actions");
        await expect(actions.locator("a, button")).toHaveText([...without("Down one place"), "Cancel"]);
        await actions.getByRole("button", { name: "Up one place" }).click();
        await inOrder(page, 2, "Blue hour", "Evening on the jetty");
        await row(page, "Blue hour").click();
        await actions.getByRole("button", { name: "Delete" }).click();
        await expect(heading(page, "Delete “Blue hour”?")).toBeVisible();
        await expect(page.getByText("will no longer see Blue hour.")).toBeVisible();
        await page.getByRole("button", { name: "Delete" }).click();
        await expect(page.getByText("“Blue hour” was deleted")).toBeVisible();
        await page.getByRole("button", { name: "Undo" }).click();
        await inOrder(page, 2, "Blue hour");
    });
});
