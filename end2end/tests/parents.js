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

/** Chooses a child in the list of all, and confirms. */
export async function chooseChild(page, code, { group, name }) {
    await beforeTheList(page, code);
    await arrive(page, "Choose your child");
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
    await page.getByRole("checkbox", { name: "I am entitled to see this child’s pictures." }).check();
    await page.getByRole("button", { name: "Show the pictures" }).click();
}
