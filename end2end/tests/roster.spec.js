// A school's list comes into a photo job: sent, checked, corrected, imported, and again without a change.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { expect, fits, serving, test } from "./fixtures.js";
import { makeJob } from "./photographer.js";
import * as studio from "./studio.js";

const place = serving("serve");

const list = (text) => ({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(text) });

async function send(page, file) {
    await page.getByLabel("Excel or CSV file").setInputFiles(file);
    await page.getByRole("button", { name: "Read the list" }).click();
}

// S45 S54 S60
test("a school's list is sent, checked, corrected and imported", async ({ page, another }) => {
    const step = test.step;
    let job;

    await step("a job without people asks for them first", async () => {
        await page.goto("/first-run");
        await studio.setUp(page, place.token);
        await studio.arrive(page, "Welcome, Anna");
        job = await makeJob(page, { name: "Autumn 2026", organisation: "Grundschule am Lindenhof", day: "2026-11-12" });
        await page.getByRole("link", { name: "Import a list" }).first().click();
        await studio.arrive(page, "Import a list");
    });

    await step("a photograph is no list", async () => {
        await send(page, studio.photograph("chelsea"));
        await studio.arrive(page, "Import a list");
        await expect(page.getByText("This is a picture, not a list.")).toBeVisible();
    });

    await step("the list of the school is shown before anything happens", async () => {
        const file = join(import.meta.dirname, "../../server/demo/roster.csv");
        await send(page, list(await readFile(file, "utf8")));
        await studio.arrive(page, "Check the list");
        await expect(page.getByRole("listitem").filter({ hasText: "369 new people" })).toBeVisible();
        await expect(page.getByText("8 people share a name with another one")).toBeVisible();
        await page.getByText("How the file was read").click();
        await page.getByLabel("Klasse").selectOption("not needed");
        await page.getByRole("button", { name: "Read again" }).click();
        await studio.arrive(page, "Check the list");
        await expect(page.getByText("14 new groups")).toBeHidden();
        await page.getByLabel("Klasse").selectOption("Group");
        await page.getByRole("button", { name: "Read again" }).click();
        await studio.arrive(page, "Check the list");
        await expect(page.getByText("14 new groups")).toBeVisible();
    });

    await step("it is imported, and again without a change, on a phone and without scripts too", async () => {
        await page.getByRole("button", { name: "Import", exact: true }).click();
        await studio.arrive(page, "Import a list");
        await expect(page.getByText("369 people are new, each with a code of their own.")).toBeVisible();
        const phone = await another({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
        await phone.addCookies(await page.context().cookies());
        const plain = await phone.newPage();
        await plain.goto(`${job}/roster`);
        await send(plain, list("Nachname;Vorname;Klasse;Schülernummer\nAslan;Nisa;1a;260216\nNeu;Tom;9c;1\n"));
        await expect(studio.heading(plain, "Check the list")).toBeVisible();
        await fits(plain);
        await expect(plain.getByText("Group: Vorklasse → 1a")).toBeVisible();
        await plain.getByRole("button", { name: "Import", exact: true }).click();
        await expect(plain.getByText("1 person was changed.")).toBeVisible();
        await expect(plain.getByText("368 people were not in the list, and stay.")).toBeVisible();
    });
});
