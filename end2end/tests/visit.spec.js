// A client's visit with scripts, on a desk and on a phone.
import { accessible, awake, expect, fits, serving, test } from "./fixtures.js";
import { cards, demo, photographs, prepared } from "./guest.js";
import { arrive, heading } from "./studio.js";

const place = serving("demo");

/** A finger drawn over the page, from one side to the other; it rests before it leaves, or the next tap would only stop the fling. */
async function swipe(page, from, to) {
    const browser = await page.context().newCDPSession(page);
    const finger = { gestureSourceType: "touch", preventFling: true, speed: 1600 };
    await browser.send("Input.synthesizeScrollGesture", { x: from, y: 400, xDistance: to - from, yDistance: 0, ...finger });
    await browser.detach();
}

// S10 S11 S12 S72
test("front door, overview, gallery, viewer", async ({ page, hasTouch }) => {
    const press = (what) => (hasTouch ? what.tap() : what.click());
    test.slow();
    const { codes } = await demo(place);
    // Only a script keeps what was typed: the page of a refused form has no code in it.
    await page.goto("/nordlicht");
    await awake(page);
    await page.getByLabel("Your code").fill("WRNG-C0DE-2345");
    await page.getByRole("button", { name: "See my pictures" }).click();
    await expect(page.getByRole("alert")).toContainText("This code opens nothing here.");
    await expect(page.getByLabel("Your code")).toHaveValue("WRNG-C0DE-2345");
    await arrive(page, "Atelier Nordlicht");
    await fits(page);
    await page.getByLabel("Your code").fill(` ${codes["Familie Brandt"].toLowerCase()} `);
    const overviews = [];
    page.on("request", (request) => request.url().endsWith("/overview") && overviews.push(request.resourceType()));
    await press(page.getByRole("button", { name: "See my pictures" }));
    await arrive(page, "Familie Brandt");
    expect(overviews, "the page that a form leads to is loaded once").toEqual(["document"]);
    await fits(page);

    await press(cards(page).getByRole("link", { name: "Summer by the water" }));
    await arrive(page, "Summer by the water");
    await prepared(page, 6);
    await accessible(page);
    await fits(page);
    const frames = await photographs(page).evaluateAll((links) => links.map((link) => link.getBoundingClientRect().width));
    for (const width of frames) expect(width).toBeGreaterThan(80);

    await press(photographs(page).first());
    await arrive(page, "Photograph 1 of 6");
    await fits(page);
    if (hasTouch) {
        await swipe(page, 320, 60);
        await expect(heading(page, "Photograph 2 of 6")).toBeVisible();
        await swipe(page, 60, 320);
    } else {
        await page.keyboard.press("ArrowRight");
        await expect(heading(page, "Photograph 2 of 6")).toBeVisible();
        await page.keyboard.press("ArrowLeft");
    }
    await expect(heading(page, "Photograph 1 of 6")).toBeVisible();
    await press(page.getByRole("link", { name: "Next" }));
    await expect(heading(page, "Photograph 2 of 6")).toBeVisible();
    await press(page.getByRole("link", { name: "Zoom in" }));
    await expect(page).toHaveURL(/#zoom$/);
    await accessible(page);
    await press(page.getByRole("link", { name: "Fit" }));
    await expect(page.getByRole("link", { name: "Zoom in" })).toBeVisible();
    const photo = new URL(page.url()).pathname.split("/").pop();
    await press(page.getByRole("link", { name: "Summer by the water" }));
    await expect(page).toHaveURL(new RegExp(`#p-${photo}$`));
    await expect(photographs(page).nth(1)).toBeInViewport();
    // The viewer leaves no trace: one step back is the overview, as if the photographs had never been opened.
    await page.goBack();
    await page.goBack();
    await expect(heading(page, "Familie Brandt")).toBeVisible();
});
