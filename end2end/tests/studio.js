// What a photographer does, as a person does it: by what is written on the page.
import { expect } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { accessible, awake } from "./fixtures.js";

export const ANNA = { name: "Anna Lindqvist", email: "anna@nordlicht.example", password: "a lamp over the harbour" };
export const STUDIO = { name: "Atelier Nordlicht", address: "nordlicht" };

/** Where a real photograph lies. */
export const photograph = (name) => join(import.meta.dirname, "../../server/demo", `${name}.jpg`);

/** A real photograph as the browser's dialog hands it over. */
export const file = async (name, as = `${name}.jpg`) => ({
    name: as,
    mimeType: "image/jpeg",
    buffer: await readFile(photograph(name)),
});

/** Fills in the page of the first run and sends it. */
export async function setUp(page, token, address = STUDIO.address) {
    await page.getByLabel("One-time token").fill(token);
    await page.getByLabel("Your name").fill(ANNA.name);
    await page.getByLabel("Your e-mail").fill(ANNA.email);
    await page.getByLabel("Your password").fill(ANNA.password);
    await page.getByLabel("Name of your studio").fill(STUDIO.name);
    await page.getByLabel("Address of your studio").fill(address);
    await page.getByRole("button", { name: "Open the studio" }).click();
}

/** The main heading of the page. */
export const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });

/** Expects a page by its main heading, awake and without barriers. */
export async function arrive(page, name) {
    await expect(heading(page, name)).toBeVisible();
    await awake(page);
    await accessible(page);
}

/** Makes the first gallery of a studio, on its first page. */
export async function firstGallery(page, name) {
    await arrive(page, "Welcome, Anna");
    const main = page.getByRole("main");
    await main.getByLabel("Name").fill(name);
    await main.getByRole("button", { name: "Create" }).click();
    await arrive(page, name);
}

/** Makes a sub-gallery of the gallery whose page is open, and goes into it. */
export async function galleryBelow(page, name) {
    await page.getByRole("button", { name: "New sub-gallery" }).click();
    const dialog = page.getByRole("dialog", { name: "New sub-gallery" });
    await dialog.getByLabel("Name").fill(name);
    await dialog.getByRole("button", { name: "Create" }).click();
    await arrive(page, name);
}

/** Goes up to a page above the open one. */
export async function upTo(page, name) {
    await page.getByRole("navigation", { name: "Where this page lies" }).getByRole("link", { name, exact: true }).click();
    await arrive(page, name);
}

/**
 * Does what leads to another page, and waits until that one is there and awake. A word of success is no sign of it: the one of
 * the form before may still stand in the page that is left, and what is typed there then is lost.
 */
export async function leave(page, act) {
    await page.evaluate(() => (window.isLeft = true));
    await act();
    await page.waitForFunction(() => !window.isLeft && document.readyState === "complete");
    await awake(page);
}

/** Presses a button that leads to another page. */
export const press = (page, button) => leave(page, () => button.click());

/** Opens a part of the studio. */
export async function part(page, name) {
    await page.getByRole("navigation", { name: "Studio", exact: true }).getByRole("link", { name, exact: true }).click();
    await arrive(page, name);
}

/** Picks files in the browser's own dialog. */
export async function pick(page, files, button = "Choose photographs") {
    await awake(page);
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: button }).click();
    await (await chooser).setFiles(files);
}

/** Drops files or folders on the page, as the system does it. */
export async function drop(page, paths) {
    await awake(page);
    const browser = await page.context().newCDPSession(page);
    const data = { items: [], files: paths, dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"]) {
        await browser.send("Input.dispatchDragEvent", { type, x: 600, y: 300, data });
    }
    await browser.detach();
}

/** The photographs of the open gallery that are ready. */
export const ready = (page) => page.getByRole("main").getByRole("link", { name: /\.jpg$/ });

/** A line of the upload that is under way. */
export const uploaded = (page, name) =>
    page.getByRole("list", { name: "Photographs of this upload" }).getByRole("listitem").filter({ hasText: name });
