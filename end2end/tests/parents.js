// What families and teachers do with the codes of a photo job.
import { expect } from "@playwright/test";

import { accessible, awake, fits } from "./fixtures.js";
import { enter } from "./guest.js";
import { arrive, heading } from "./studio.js";

/** The pictures that a page shows, as the addresses of their images without a size. */
export const pictures = (page) => images(page.locator("ul.rows img"));

/** Where images are, without a size. */
const images = (locator) =>
    locator.evaluateAll((all) => all.map((image) => new URL(image.src).pathname.replace(/\/[sml]$/, "")));

/** Opens the address of a QR code; its code stands in the field, and the person presses the button. */
export async function scan(page, { link, code }) {
    await page.goto(link);
    await awake(page);
    await expect(page.getByLabel("Your code")).toHaveValue(code);
    await page.getByRole("button", { name: "See my pictures" }).click();
}

/** Types the code for all parents, and reads what this is about. */
async function beforeTheList(page, code) {
    await enter(page, code);
    await expect(heading(page, "Before you go on")).toBeVisible();
    await fits(page);
    await page.getByRole("link", { name: "Continue" }).click();
}

/** Finds names in the list while typing: by the beginning of any word, in any usual spelling (S47). */
async function findInTheList(page, typed, names) {
    await awake(page);
    const field = page.getByLabel("Find a name in the list");
    const shown = page.locator("details.names li:visible > span");
    await field.fill(typed);
    await expect(shown).toHaveText(names);
    await field.fill("nobody is called so");
    await expect(page.getByText("No name in the list contains this.")).toBeVisible();
    await expect(shown).toHaveCount(0);
    await accessible(page);
    await field.fill("");
    await expect(page.getByText("No name in the list contains this.")).toBeHidden();
    await expect(shown).toHaveCount(0);
}

/** Chooses a child in the list of all, and confirms. */
export async function chooseChild(page, code, { group, name }) {
    await beforeTheList(page, code);
    await arrive(page, "Choose your child");
    await findInTheList(page, "muell ann", ["Anna Müller", "Anna Müller"]);
    await findInTheList(page, "Yıldız-ays", ["Ayşe Yıldız"]);
    const names = page.locator("details").filter({ has: page.getByRole("heading", { name: group, exact: true }) });
    await names.getByRole("heading", { name: group, exact: true }).click();
    await accessible(page);
    await names.getByRole("link", { name: `Login: ${name}`, exact: true }).click();
    await arrive(page, "Please confirm");
    await page.getByRole("button", { name: "Confirm and see the pictures" }).click();
    await expect(page.getByText("Please tick the sentence if it is true.")).toBeVisible();
    await page.getByRole("checkbox", { name: `I am entitled to see the pictures of ${name}` }).check();
    await page.getByRole("button", { name: "Confirm and see the pictures" }).click();
}

/** Types a child's name and class, and confirms. */
export async function findChild(page, code, { first, last, group }) {
    await beforeTheList(page, code);
    await expect(heading(page, "Find your child’s pictures")).toBeVisible();
    await fits(page);
    await page.getByLabel("First name").fill(first);
    await page.getByLabel("Last name").fill(last);
    await page.getByLabel("Class or group").fill(group);
    await page.getByRole("checkbox", { name: "I am entitled to see this child’s pictures: I am legally responsible" }).check();
    await page.getByRole("button", { name: "Show the pictures" }).click();
}
