// Files that are no photographs: each is named with its reason, and the rest arrives.
import { readFile } from "node:fs/promises";

import { accessible, expect, serving, test } from "./fixtures.js";
import * as studio from "./studio.js";

const place = serving("serve");

// S70
test("what cannot be read is named with its reason, what is there already is skipped, the rest arrives", async ({ page, complaints }) => {
    test.setTimeout(90_000);
    await page.goto("/first-run");
    await studio.setUp(page, place.token);
    await studio.firstGallery(page, "Regatta");

    const whole = await readFile(studio.photograph("path"));
    const odd = (name, buffer) => ({ name, mimeType: "image/jpeg", buffer });
    // The server's refusals are the test's own doing.
    complaints.refuses(422, /\/api\/uploads(\/nordlicht\/[^/]+\/complete)?$/);
    await studio.pick(page, [
        await studio.file("kite"),
        odd("letter.jpg", Buffer.from("Dear Anna, these are not pixels.\n".repeat(40))),
        odd("empty.jpg", Buffer.alloc(0)),
        odd("torn.jpg", whole.subarray(0, whole.length / 2)),
        await studio.file("kite", "kite again.jpg"),
        await studio.file("dune"),
    ]);
    await expect(page.getByRole("heading", { name: "3 of 6 photographs are here" })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole("button", { name: "Close" })).toBeVisible();
    const line = (name) => studio.uploaded(page, name);
    await expect(line("letter.jpg")).toContainText("This is not a JPEG, PNG or WebP.");
    await expect(line("empty.jpg")).toContainText("The file is empty.");
    await expect(line("torn.jpg")).toContainText("The file is not complete; its end is missing.");
    await expect(line(/^kite\.jpg|^kite again\.jpg/)).toHaveCount(2);
    await expect(line("kite").filter({ hasText: "Already here, skipped" })).toHaveCount(1);
    await expect(line("dune.jpg")).toContainText("Done");
    await expect(page.getByText("1 was already here · 3 need your attention", { exact: true })).toBeVisible();
    await expect(studio.ready(page)).toHaveCount(2, { timeout: 60_000 });
    await accessible(page);

    await page.getByRole("button", { name: "Dismiss: empty.jpg" }).click();
    await expect(line("empty.jpg")).toHaveCount(0);

    // The same once more, a day later: nothing is sent twice.
    await page.reload();
    await expect(studio.ready(page)).toHaveCount(2);
    await studio.pick(page, await studio.file("dune"));
    await expect(line("dune.jpg")).toContainText("Already here, skipped");
    await expect(studio.ready(page)).toHaveCount(2);
});
