// Whoever runs the installation, on the operator's page (S44, S45, S46).
import { accessible, awake, expect, fits, serving, test } from "./fixtures.js";
import { demo } from "./guest.js";
import { operator } from "./server.js";
import { heading } from "./studio.js";

const place = serving("demo");

/** A new link, as the program prints it beside the server. */
async function link() {
    const { stdout } = await operator(place, "operator", "link");
    return stdout.trim().match(/\/operator\/enter\/\w{64}$/)[0];
}

/** Expects a page by its main heading. */
async function arrive(page, name, looks) {
    await expect(heading(page, name)).toBeVisible();
    await awake(page);
    await fits(page);
    if (looks) await accessible(page);
}

/** From the link to a forbidden code and back. */
async function runs(page, parent, looks) {
    const { school } = await demo(place);
    const [, code] = school.find(([whom]) => whom.startsWith("all parents"));
    const studios = "Studios of this installation";
    const asked = await page.goto("/operator");
    expect(asked.status()).toBe(404);
    await page.goto(await link());
    await expect(page).toHaveURL("/operator/enter");
    await arrive(page, "For whoever runs this installation", looks);
    await page.getByRole("button", { name: "Open the page" }).click();
    await arrive(page, studios, looks);
    await expect(page).toHaveURL("/operator");
    await page.getByRole("button", { name: "Forbid … codes for all parents of Atelier Nordlicht" }).click();
    await arrive(page, "Forbid Atelier Nordlicht codes for all parents?", looks);
    await expect(page.getByText("1 photo job has such a code.")).toBeVisible();
    await page.getByRole("link", { name: "Leave it as it is" }).click();
    await arrive(page, studios, looks);
    await page.getByRole("button", { name: "Forbid … codes for all parents of Atelier Nordlicht" }).click();
    await page.getByRole("button", { name: "Forbid", exact: true }).click();
    await arrive(page, studios, looks);
    await expect(page.getByRole("status")).toHaveText("Codes for all parents are forbidden.");

    const types = async () => {
        await parent.goto("/nordlicht");
        if (looks) await awake(parent);
        await parent.getByLabel("Your code").fill(code);
        await parent.getByRole("button", { name: "See my pictures" }).click();
    };
    await types();
    await expect(parent.getByText("This code opens nothing here.")).toBeVisible();
    await page.getByRole("button", { name: "Allow Atelier Nordlicht codes for all parents" }).click();
    await expect(page.getByRole("status")).toHaveText("Codes for all parents are allowed.");
    await types();
    await expect(parent).toHaveURL(/\/nordlicht\/find\//);
    await expect(page.getByRole("region", { name: "What was done last" })).toContainText("on this page");

    await page.getByRole("button", { name: "Sign out" }).click();
    await arrive(page, "For whoever runs this installation", looks);
    await page.getByRole("button", { name: "Open the page" }).click();
    await expect(page.getByRole("alert")).toHaveText("This link opens nothing, or no longer. Please make a new one on the server.");
    await arrive(page, "For whoever runs this installation", looks);
}

// S44 S45 S46
test("the operator forbids a studio its codes for all parents, and allows them again", async ({ page, another, complaints }) => {
    complaints.refuses(404, /\/operator$/);
    complaints.refuses(403, /\/api\/front_door$/);
    await runs(page, await (await another()).newPage(), true);
});

// S44 S45 S46: on a phone and without scripts
test("the operator does the same without scripts", async ({ another, complaints }) => {
    complaints.refuses(404, /\/operator$/);
    const plain = await another({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    await runs(await plain.newPage(), await plain.newPage(), false);
});
