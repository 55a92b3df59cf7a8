// What a client does.
import { expect } from "@playwright/test";

import { heading } from "./studio.js";

/** What `passepartout demo` told the terminal: codes by login, links by gallery, the member's password, codes of the school. */
export async function demo(place) {
    await expect.poll(() => place.told()).toMatch(/ alone$/m);
    const told = place.told();
    const [clients, school] = told.split(/^School .*$/m);
    const lines = (text) => [...text.matchAll(/^ +(\S+) {3}(\S.*)$/gm)].map(([, code, name]) => [name, code]);
    const links = [...told.matchAll(/ink to "([^"]+)".* (http\S+)$/gm)].map(([, name, link]) => [name, link]);
    return {
        codes: Object.fromEntries(lines(clients)),
        school: lines(school),
        links: Object.fromEntries(links),
        password: told.match(/e-mail \S+ password (\S+)/)?.[1],
        partyPassword: told.match(/password "([^"]+)"/)?.[1],
    };
}

/** Types a code at the front door. */
export async function enter(page, code) {
    await page.goto("/nordlicht");
    await page.getByLabel("Your code").fill(code);
    await page.getByRole("button", { name: "See my pictures" }).click();
}

/** The names of the galleries that the page shows as cards. */
export const cards = (page, level = 2) => page.getByRole("main").getByRole("listitem").getByRole("heading", { level });

/** The photographs of the open gallery. */
export const photographs = (page) => page.getByRole("link", { name: /^Photograph \d+$/ });

/** Waits until all photographs of a gallery are ready: a fresh demo prepares them while it is looked at. */
export async function prepared(page, count) {
    const there = async () => {
        await page.reload();
        return photographs(page).count();
    };
    await expect.poll(there, { timeout: 60_000 }).toBe(count);
}

/** The page that says that there is nothing. */
export const nothing = (page) => heading(page, "There is nothing here");
