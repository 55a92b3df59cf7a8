// A school's photo job, from an empty one to a parent who finds their own child, and a family that changes its mind.
import { accessible, awake, expect, fits, serving, test } from "./fixtures.js";
import { enter } from "./guest.js";
import { makeJob } from "./photographer.js";
import { operator } from "./server.js";
import * as studio from "./studio.js";

const place = serving("serve");

const PARENTS = "HERBST-9K2M-X7";
const STAFF = "LEHRER-7Q2M-X9";

/** The pictures of a page that shows them. */
const pictures = (page) => page.locator("ul.rows img");

async function add(page, first, last, group) {
    await page.getByLabel("First name").fill(first);
    await page.getByLabel("Last name").fill(last);
    await page.getByLabel("Group", { exact: true }).selectOption(group);
    await studio.press(page, page.getByRole("button", { name: "Add the person" }));
    await expect(page.getByText("Added, with a code of their own.")).toBeVisible();
}

async function sort(page, names, whose) {
    for (const name of names) await page.getByLabel(`${name}.jpg`).check();
    await page.getByLabel("Whose are they?").selectOption(whose);
    await studio.press(page, page.getByRole("button", { name: "Put them there" }));
    await expect(page.getByRole("status").filter({ hasText: "found" })).toBeVisible();
}

// S40 S41 S44 S45 S48 S49 S50 S51 S52 S53 S55 S57 S58 S62 S63
test("a school is photographed, a parent finds their own child, and who refuses is gone", async ({ page, another, complaints }) => {
    test.setTimeout(150_000);
    const step = test.step;
    let code;
    let job;

    await step("a job with a class and three children, two of one name", async () => {
        await page.goto("/first-run");
        await studio.setUp(page, place.token);
        await studio.arrive(page, "Welcome, Anna");
        job = await makeJob(page, { name: "Autumn 2026", organisation: "Grundschule am Lindenhof", day: "2026-11-12" });
        for (const name of ["1a", "1b"]) {
            await page.getByLabel("New group").fill(name);
            await studio.press(page, page.getByRole("button", { name: "Add the group" }));
            await expect(page.getByText("The group is there.")).toBeVisible();
        }
        await add(page, "Anna", "Müller", "1a");
        await add(page, "Ben", "Öztürk", "1a");
        await add(page, "Anna", "Müller", "1b");
        await studio.arrive(page, "Autumn 2026");
        await expect(page.getByText("The next step: bring the photographs.")).toBeVisible();
    });

    await step("photographs come, and find whom they show", async () => {
        await page.getByRole("link", { name: "Bring photographs" }).click();
        await studio.arrive(page, "Autumn 2026");
        await studio.pick(page, ["china", "chelsea", "coffee", "grey"].map(studio.photograph));
        await expect(studio.ready(page)).toHaveCount(4, { timeout: 30_000 });
        await sort(page, ["china"], "Ben Öztürk");
        await sort(page, ["chelsea"], { label: "Group photograph of 1a" });
        await sort(page, ["coffee"], { label: "Anna Müller" });
        await expect(studio.ready(page)).toHaveCount(1);
        await accessible(page);
        await page.goto(job);
        await page.getByRole("button", { name: "Publish" }).click();
        await expect(page.getByText("their pictures.")).toBeVisible();
    });

    await step("codes for staff and for all parents, once the operator allows it", async () => {
        await page.getByRole("link", { name: "Access" }).click();
        await studio.arrive(page, "Autumn 2026");
        await expect(page.getByText("has not switched this on for your studio")).toBeVisible();
        await operator(place, "studio", "connection-codes", "nordlicht", "on");
        await page.reload();
        await awake(page);
        await page.getByRole("textbox", { name: "Code for staff" }).fill(STAFF);
        await studio.press(page, page.getByRole("region", { name: "Code for staff" }).getByRole("button", { name: "Save this code" }));
        await expect(page.getByText("The code is saved.")).toBeVisible();
        const parents = page.getByRole("region", { name: "Code for all parents" });
        await parents.getByRole("textbox", { name: "Code for all parents" }).fill(PARENTS);
        complaints.refuses(422, /connection_code/);
        await parents.getByRole("button", { name: "Save this code" }).click();
        await expect(page.getByText("Please agree on it with the organisation first")).toBeVisible();
        // What the form before has done is no word about this one.
        await expect(page.getByText("The code is saved.")).toHaveCount(0);
        await parents.getByLabel("This is agreed with the organisation").check();
        await studio.press(page, parents.getByRole("button", { name: "Save this code" }));
        await expect(page.getByText("The code is saved.")).toBeVisible();
        await expect(page.getByText(PARENTS)).toHaveCount(0);
        await page.getByLabel("Your password").fill(studio.ANNA.password);
        await page.getByRole("button", { name: "Show the codes" }).click();
        await expect(parents.getByText(PARENTS)).toBeVisible();
        await studio.arrive(page, "Autumn 2026");
        const own = page.getByRole("listitem").filter({ hasText: "Ben Öztürk" });
        code = await own.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).innerText();
    });

    const mother = await (await another()).newPage();
    await step("a parent comes by their child's own code", async () => {
        await enter(mother, code);
        await studio.arrive(mother, "Pictures of Ben");
        await expect(pictures(mother)).toHaveCount(2);
        await expect(mother.getByText("Öztürk")).toHaveCount(0);
        await fits(mother);
    });

    const father = await (await another({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })).newPage();
    await step("another one by the code for all and the name, on a phone without scripts", async () => {
        await enter(father, PARENTS);
        await expect(studio.heading(father, "Before you go on")).toBeVisible();
        await father.getByRole("link", { name: "Continue" }).click();
        const tell = async (first, last, group, entitled) => {
            await father.getByLabel("First name").fill(first);
            await father.getByLabel("Last name").fill(last);
            await father.getByLabel("Class or group").fill(group);
            await father.getByRole("checkbox").setChecked(entitled);
            await father.getByRole("button", { name: "Show the pictures" }).click();
        };
        await tell("ben", "Oeztuerk", "1a", false);
        await expect(father.getByText("Please tick the sentence if it is true.")).toBeVisible();
        await tell("Ben", "Nobody", "1a", true);
        await expect(father.getByText("Nothing was found for this name.")).toBeVisible();
        await fits(father);
        await tell("ben", "Oeztuerk", "Klasse 1A", true);
        await expect(studio.heading(father, "Pictures of Ben")).toBeVisible();
        await expect(pictures(father)).toHaveCount(2);
        await fits(father);
    });

    const teacher = await (await another()).newPage();
    await step("staff see the whole job", async () => {
        await enter(teacher, STAFF);
        await studio.arrive(teacher, "Grundschule am Lindenhof");
        await expect(teacher.getByRole("link", { name: "Ben Öztürk" })).toBeVisible();
        await teacher.getByRole("link", { name: "1b" }).click();
        await expect(teacher.getByText("Anna Müller")).toBeVisible();
        await fits(teacher);
    });

    await step("who refuses is gone at once, with the photograph of the class", async () => {
        await page.goto(job);
        await page.getByRole("link", { name: "Anna Müller" }).first().click();
        await studio.arrive(page, "Anna Müller");
        await page.getByRole("switch", { name: "Group photographs with this person may be shown" }).uncheck();
        await page.getByRole("button", { name: "Save" }).click();
        await expect(page.getByText("Saved.")).toBeVisible();
        await mother.reload();
        await expect(pictures(mother)).toHaveCount(1);
        await page.goto(`${job}/access`);
        await expect(page.getByRole("region", { name: "Who stated that they may see whom" }).getByText("Ben Öztürk")).toBeVisible();
    });
});
