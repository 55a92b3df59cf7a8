// What a photographer does in a photo job, by mouse and by keyboard.
import { expect } from "@playwright/test";

import { accessible, awake } from "./fixtures.js";
import { cutApart } from "./paper.js";
import * as studio from "./studio.js";

/** Presses what leads on, and reads what was done. */
export async function done(page, button, told) {
    await studio.press(page, button);
    await expect(page.locator(".toast p")).toHaveText(told);
}

/** Opens a tab of the job. */
export async function tab(page, name) {
    const link = page.getByRole("navigation", { name: "Parts of the job" }).getByRole("link", { name });
    await studio.press(page, link);
    await expect(link).toHaveAttribute("aria-current", "page");
}

/** Makes a job, from the first page of the studio on. Answers with its address. */
export async function makeJob(page, { name, organisation, day }) {
    await studio.part(page, "Photo jobs");
    await page.getByRole("button", { name: "New photo job" }).click();
    const dialog = page.getByRole("dialog", { name: "New photo job" });
    await dialog.getByLabel("Name of the job").fill(name);
    await dialog.getByLabel("Organisation").fill(organisation);
    await dialog.getByLabel("Day of the shoot").fill(day);
    await dialog.getByRole("button", { name: "Create the job" }).click();
    await studio.arrive(page, name);
    return new URL(page.url()).pathname;
}

/** Sends a list, and leaves the page that asks before it is imported. */
export async function sendList(page, text) {
    await page.getByRole("link", { name: "Import a list" }).first().click();
    await studio.arrive(page, "Import a list");
    await page.getByLabel("Excel or CSV file").setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await page.getByRole("button", { name: "Read the list" }).click();
    await studio.arrive(page, "Check the list");
}

/** Gives the password on the page of codes. Answers with everybody's own. */
export async function showCodes(page) {
    await page.getByLabel("Your password").fill(studio.ANNA.password);
    await studio.press(page, page.getByRole("button", { name: "Show the codes" }));
    return page.getByRole("region", { name: "Everybody’s own codes" }).locator("li code").allInnerTexts();
}

/** Prints the cards, four on a page, and cuts them apart. */
export async function printCards(page) {
    await expect(page.getByLabel("Cards on a page", { exact: true })).toHaveValue("4");
    const printed = page.waitForEvent("download");
    await page.getByRole("button", { name: "Cards as PDF" }).click();
    return cutApart(await (await printed).path());
}

/** Brings pictures, and waits until each was looked at. */
export async function bring(page, files) {
    await studio.pick(page, files);
    const all = `${files.length} of ${files.length} photographs are here`;
    await expect(page.getByRole("heading", { name: all })).toBeVisible({ timeout: 60_000 });
    const unread = async () => {
        await page.reload();
        return page.getByText("still being looked at").count();
    };
    await expect.poll(unread, { timeout: 120_000 }).toBe(0);
    await awake(page);
}

/** The photographs on the desk of a job, those of its cards apart. */
export const onDesk = (page) => page.locator("#photographs").getByRole("link", { name: /\.jpg$/ });

/** Says whose card a picture shows. `desk` is where it lies: among the cards, or among the photographs. */
export async function tellCard(page, desk, { name }, child) {
    await desk.getByLabel(name).check();
    await desk.getByLabel(/^Whose /).selectOption({ label: child.name });
    await done(page, desk.getByRole("button", { name: "It is their card" }), "It is their card now. What follows it can be sorted.");
}

/** Chooses pictures that lie side by side on the desk and types whose they are, without a mouse. */
export async function putByKeyboard(page, shots, typed, meant) {
    const box = (shot) => page.getByLabel(shot.name);
    await box(shots[0]).focus();
    await page.keyboard.press("Space");
    for (const shot of shots.slice(1)) {
        await page.keyboard.press("ArrowRight");
        await expect(box(shot)).toBeFocused();
        await page.keyboard.press("Space");
    }
    await page.keyboard.type(typed);
    await expect(page.locator(".keys [role=status]")).toHaveText(meant);
    await studio.leave(page, () => page.keyboard.press("Enter"));
    await expect(page.locator(".toast p")).toHaveText(`${shots.length} photographs have found their place.`);
}

/** Opens the page of somebody of the job. */
export async function openChild(page, job, { name }) {
    await page.goto(job);
    await page.getByRole("link", { name, exact: true }).click();
    await studio.arrive(page, name);
}

/** Gives the job a code: for staff, or for all parents, who then choose in a list or type a name. */
export async function giveCode(page, whom, code, finding) {
    const part = page.getByRole("region", { name: whom });
    const other = part.getByText("Change or end this code", { exact: true });
    const way = part.getByLabel("Parents type their child’s name");
    const another = (await other.count()) > 0;
    if (another) {
        // What would take the code away is folded, and the way parents find their child has a button of its own.
        if (finding !== undefined) {
            await way.setChecked(finding);
            await done(page, part.getByRole("button", { name: "Save how parents find" }), "Saved.");
        }
        await other.click();
    } else if (finding !== undefined) {
        await way.setChecked(finding);
    }
    await part.getByRole("textbox", { name: whom }).fill(code);
    if (finding !== undefined) {
        await part.getByLabel("This is agreed with the organisation").check();
    }
    await done(page, part.getByRole("button", { name: /this code$/ }), "The code is saved. What the one before let in has ended.");
}

/** Says on the job's settings which day is its last; what the page then says of it. */
export async function lastDay(page, date) {
    await page.getByLabel("Last day", { exact: true }).fill(date);
    await done(page, page.getByRole("button", { name: "Save" }), "Saved.");
    await accessible(page);
}
