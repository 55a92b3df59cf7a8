// The whole story of a photo job, from the school's list to the end of its time: the photographer at the desk, families and a
// teacher elsewhere. Two hundred pictures of one day.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

import { darkroom } from "./camera.js";
import { accessible, awake, expect, fits, serving, test } from "./fixtures.js";
import { enter, nothing, photographs } from "./guest.js";
import { chooseChild, findChild, pictures, scan } from "./parents.js";
import * as at from "./photographer.js";
import * as day from "./school_day.js";
import { operator } from "./server.js";
import * as studio from "./studio.js";

const place = serving("serve");

const STAFF = "LEHRER-7Q2M-X9";
const BY_LIST = "HERBST-9K2M-X7";
const BY_NAME = "WINTER-4T8P-R3";
const SCHOOL = "Grundschule am Lindenhof";
/** A day, so many from today on. */
const dayFrom = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const SHOT_ON = dayFrom(-3);

/** What addresses of images answer to whoever has the page open. */
async function answers(page, addresses) {
    const statuses = addresses.map(async (address) => (await page.request.get(`${place.url}${address}/s`)).status());
    return [...new Set(await Promise.all(statuses))];
}

async function filesIn(folder) {
    const all = await readdir(join(place.data, "photos", folder), { recursive: true, withFileTypes: true });
    return all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
}

/** The files of photographs in the data folder of the server: originals, sizes, parts. The list of what was erased is none. */
async function files() {
    const listed = await filesIn("erased").catch(() => []);
    return (await filesIn("")).filter((file) => !listed.includes(file));
}

// S40 to S53, S55 to S58, S60 to S63
test("a day at a school, from the list to the end", async ({ page, another, complaints }) => {
    test.setTimeout(400_000);
    const step = test.step;
    let job;
    let cards;
    let shots;
    /** Who was photographed last, before the second class came together. */
    let last;

    await step("a job, and the school's list", async () => {
        await page.goto("/first-run");
        await studio.setUp(page, place.token);
        await studio.arrive(page, "Welcome, Anna");
        job = await at.makeJob(page, { name: "School day", organisation: SCHOOL, day: SHOT_ON });
        await at.sendList(page, day.list);
        const does = page.getByRole("region", { name: "What the import does" });
        await expect(does.getByRole("listitem")).toHaveText(["20 new people", "2 new groups: 1a, 1b"]);
        await expect(page.getByText("2 people share a name with another one")).toBeVisible();
        await expect(page.getByText("cannot be typed in Latin letters")).toHaveCount(0);
        await page.getByText("How the file was read").click();
        await expect(page.getByText("yildiz.eltern@example.org")).toBeVisible();
        await page.getByRole("button", { name: "Import", exact: true }).click();
        await studio.arrive(page, "Import a list");
        await expect(page.getByText("20 people are new, each with a code of their own.")).toBeVisible();
    });

    await step("cards are printed, and cut apart", async () => {
        await page.getByRole("link", { name: "Codes and cards" }).click();
        await studio.arrive(page, "School day");
        await expect(page.getByText("20 codes", { exact: true })).toBeVisible();
        const codes = await at.showCodes(page);
        cards = await at.printCards(page);
        expect(cards.map((card) => card.code).toSorted()).toEqual(codes.toSorted());
        for (const card of cards) {
            card.child = day.everybody.find(({ name, group }) => name === card.lines[0] && group === card.lines[1]);
            expect(card.link).toMatch(new RegExp(`^${place.url}/nordlicht#c=${card.code}&t=\\w+$`));
        }
        expect(new Set(cards.map((card) => card.child))).toEqual(new Set(day.everybody));
        last = cards.findLast((card) => card.child !== day.ill).child;
    });

    const todo = page.getByRole("region", { name: "To look at" });
    await step("two hundred pictures of a day, in any order", async () => {
        const room = await darkroom(await (await another()).newPage());
        shots = day.takenOn(SHOT_ON, cards);
        expect(shots).toHaveLength(200);
        const files = [];
        for (const shot of shots) files.push(await room.take(shot));
        await at.tab(page, "Photographs");
        await at.bring(page, day.shuffled(files));
        // Of nineteen cards one is not clear, and one was not noticed.
        await expect(at.onDesk(page)).toHaveCount(182);
        const missing = [day.covered, day.fingered, day.ill].map((child) => child.name);
        await expect(todo.getByText("3 people are not photographed yet:").getByRole("link")).toHaveText(missing);
    });

    await step("cards that no machine could read", async () => {
        const [blurred, hidden] = [day.fingered, day.covered].map((child) => shots.find((shot) => shot.card?.child === child));
        await expect(todo.getByText("9 photographs follow a card that is not clear.")).toBeVisible();
        const before = cards[cards.findIndex((card) => card.child === day.covered) - 1].child;
        await expect(todo.getByText("Perhaps the next card was not noticed:").getByRole("link")).toHaveText([before.name]);
        await at.tellCard(page, page.getByRole("region", { name: "Cards to decide about" }), blurred, day.fingered);
        await at.tellCard(page, page.locator("#photographs"), hidden, day.covered);
        await expect(at.onDesk(page)).toHaveCount(181);
    });

    await step("sorted by the cards, once somebody has looked", async () => {
        await page.getByRole("link", { name: "By the cards" }).click();
        const sorting = page.getByRole("region", { name: "Sort what is here" });
        await expect(sorting.getByText("174 photographs would be put elsewhere.")).toBeVisible();
        await awake(page);
        await sorting.getByText("Photographs for 19 people").click();
        const label = (child) => (child.name === "Anna Müller" ? `${child.name}, ${child.group}` : child.name);
        const gets = (child) => day.EACH + (child === last ? day.TOGETHER : 0);
        const rows = day.everybody.filter((child) => child !== day.ill).map((child) => `${label(child)}\n${gets(child)} photographs`);
        expect((await sorting.locator(".list").getByRole("listitem").allInnerTexts()).toSorted()).toEqual(rows.toSorted());
        await expect(sorting.getByText("If the class was photographed afterwards").getByRole("link")).toHaveText([label(last)]);
        complaints.refuses(422, /sort_by/);
        const button = sorting.getByRole("button", { name: "Sort 174 photographs" });
        await button.click();
        await expect(sorting.getByText("Please look through the photographs below first")).toBeVisible();
        await sorting.getByLabel("I have looked").check();
        await at.done(page, button, "174 photographs have found their place.");
        await accessible(page);
        await expect(at.onDesk(page)).toHaveCount(7);
        await expect(todo.getByText("7 photographs were taken before the first card.")).toBeVisible();
        await expect(todo.getByText("1 person is not photographed yet:").getByRole("link")).toHaveText([day.ill.name]);
    });

    await step("what is left, by keyboard alone", async () => {
        const early = shots.slice(0, day.EARLY);
        const together = (group) => shots.filter((shot) => shot.of === group);
        await at.putByKeyboard(page, early, "zoë", "Zoë D’Angelo-Strauß, 1a");
        await studio.leave(page, () => page.keyboard.press("Control+z"));
        await expect(page.locator(".toast p")).toHaveText("It is as it was before.");
        await expect(at.onDesk(page)).toHaveCount(7);
        await at.putByKeyboard(page, early, "zoë", "Zoë D’Angelo-Strauß, 1a");
        await at.putByKeyboard(page, together("1a"), "group 1a", "Group photograph of 1a, 1a");
        await expect(at.onDesk(page)).toHaveCount(0);
        // Those of the second class went with its last child, after whose card they were taken.
        await at.openChild(page, job, last);
        await studio.press(page, page.getByRole("link", { name: "Add or move photographs" }));
        await expect(at.onDesk(page)).toHaveCount(day.EACH + day.TOGETHER);
        await at.putByKeyboard(page, together("1b"), "group 1b", "Group photograph of 1b, 1b");
        await expect(at.onDesk(page)).toHaveCount(day.EACH);
        await accessible(page);
    });

    await step("published, and codes for staff and all parents", async () => {
        await at.tab(page, "Job");
        await expect(page.getByText("1 person has no photograph yet. You can publish all the same.")).toBeVisible();
        await at.done(page, page.getByRole("button", { name: "Publish" }), "Saved.");
        await operator(place, "studio", "connection-codes", "nordlicht", "on");
        await at.tab(page, "Access");
        await at.giveCode(page, "Code for staff", STAFF);
        await at.giveCode(page, "Code for all parents", BY_LIST, false);
    });

    const mother = await (await another()).newPage();
    let own;
    await step("a mother scans the card of her daughter", async () => {
        await scan(mother, cards.find((card) => card.child === day.early));
        await studio.arrive(mother, "Pictures of Zoë");
        own = await pictures(mother);
        expect(own).toHaveLength(day.EARLY + day.EACH + day.TOGETHER);
        await expect(mother.getByRole("heading", { level: 3 })).toHaveText(["Portraits", "Group pictures of 1a"]);
        await expect(mother.getByText("Strauß")).toHaveCount(0);
        expect(await answers(mother, own)).toEqual([200]);
        await fits(mother);
    });

    const father = await (await another()).newPage();
    await step("a father chooses in the list, where two are called alike", async () => {
        await chooseChild(father, BY_LIST, day.namesake);
        await studio.arrive(father, "Pictures of Anna");
        await expect(father.getByRole("heading", { level: 3 })).toHaveText(["Portraits", "Group pictures of 1b"]);
        expect(await pictures(father)).toHaveLength(day.EACH + day.TOGETHER);
        expect(await answers(father, own)).toEqual([404]);
    });

    const phone = await another({ javaScriptEnabled: false, viewport: { width: 390, height: 844 }, isMobile: true });
    const grandmother = await phone.newPage();
    await step("another code, by which a name is typed: on a phone, without scripts", async () => {
        await at.giveCode(page, "Code for all parents", BY_NAME, true);
        complaints.refuses(404, /\/nordlicht\/children$/);
        expect((await father.reload()).status()).toBe(404);
        await expect(nothing(father)).toBeVisible();
        await findChild(grandmother, BY_NAME, { first: "sule", last: "Oeztuerk", group: "Klasse 1 A" });
        await expect(studio.heading(grandmother, "Pictures of Şule")).toBeVisible();
        expect(await pictures(grandmother)).toHaveLength(day.EACH + day.TOGETHER);
        await fits(grandmother);
        await page.reload();
        const confirmed = page.getByRole("region", { name: "Who stated that they may see whom" });
        await expect(confirmed.locator("li .name")).toHaveText([day.classmate.name, day.namesake.name]);
    });

    const teacher = await (await another()).newPage();
    const sheet = async () => {
        const cards = await teacher.locator("ul.cards > li").allInnerTexts();
        return cards.map((text) => text.replaceAll(/\s*\n\s*/g, "\n")).toSorted();
    };
    const toClass = (name) => studio.press(teacher, teacher.getByRole("navigation").getByRole("link", { name, exact: true }));
    await step("a teacher sees the whole job, class by class", async () => {
        await enter(teacher, STAFF);
        await studio.arrive(teacher, SCHOOL);
        expect(await sheet()).toEqual(day.sheetOf("1a"));
        await expect(teacher.getByText("Not photographed yet")).toHaveCount(0);
        await toClass("1b");
        await accessible(teacher);
        expect(await sheet()).toEqual(day.sheetOf("1b"));
        const missing = teacher.locator("section").filter({ hasText: "Not photographed yet" });
        await expect(missing.getByRole("listitem")).toHaveText([day.ill.name]);
        await fits(teacher);
        await teacher.getByRole("link", { name: "Ida Zimmermann" }).click();
        await studio.arrive(teacher, "Ida");
        await expect(photographs(teacher)).toHaveCount(day.EACH);
        expect(await answers(teacher, own)).toEqual([200]);
    });

    const ofClass = () => own.slice(day.EARLY + day.EACH);
    await step("consent is withdrawn: the child is gone for everybody, and so is the class picture", async () => {
        await at.openChild(page, job, day.early);
        const button = page.getByRole("button", { name: "Record that consent was withdrawn" });
        await at.done(page, button, "Recorded. Nobody sees this person any more.");
        for (const somebody of [mother, grandmother, teacher]) expect(await answers(somebody, own)).toEqual([404]);
        await mother.reload();
        expect(await pictures(mother)).toEqual([]);
        await grandmother.reload();
        expect(await pictures(grandmother)).toHaveLength(day.EACH);
        await enter(teacher, STAFF);
        await studio.arrive(teacher, SCHOOL);
        expect(await sheet()).toEqual(day.sheetOf("1a").filter((row) => !/^Zoë|^Group/.test(row)));
        await toClass("1b");
        expect(await sheet()).toEqual(day.sheetOf("1b"));
    });

    await step("and given again", async () => {
        await at.done(page, page.getByRole("button", { name: "Consent is given again" }), "Saved.");
        for (const somebody of [mother, teacher]) expect(await answers(somebody, own)).toEqual([200]);
        expect(await answers(grandmother, ofClass())).toEqual([200]);
        await mother.reload();
        expect(await pictures(mother)).toEqual(own);
    });

    await step("the last days are told, and no day that is over can be the last", async () => {
        await page.goto(`${job}/settings`);
        await awake(page);
        complaints.refuses(422, /jobs\/change$/);
        await page.getByLabel("Last day", { exact: true }).fill(dayFrom(-1));
        await page.getByRole("button", { name: "Save" }).click();
        await expect(page.getByText("This day is over.")).toBeVisible();
        await at.lastDay(page, dayFrom(3));
        await expect(page.getByText("Ends in 3 days. Then its photographs, names and codes are deleted for good.")).toBeVisible();
        await at.lastDay(page, dayFrom(0));
        await expect(page.getByText("Ends today. Then its photographs, names and codes are deleted for good.")).toBeVisible();
        await page.goto("/studio/nordlicht");
        await expect(page.getByRole("region", { name: "Photo jobs that end soon" })).toContainText("School day: Ends today.");
        await awake(page);
        await accessible(page);
        await mother.reload();
        expect(await pictures(mother)).toEqual(own);
    });

    await step("at its end codes open nothing, images are gone, and numbers stay", async () => {
        expect((await files()).length).toBeGreaterThan(shots.length);
        const counts = "20 people · 200 photographs · 2 confirmations";
        await page.goto(`${job}/settings`);
        await awake(page);
        const end = page.getByRole("region", { name: "Delete this job now" });
        await expect(end.getByText(counts)).toBeVisible();
        await end.getByLabel("Type the name of the job: School day").fill("School day");
        await end.getByLabel("Your password").fill(studio.ANNA.password);
        const button = end.getByRole("button", { name: "Delete everything of this job" });
        await at.done(page, button, "The job is deleted. Its files follow within a day.");
        const ended = page.getByRole("region", { name: "Deleted jobs" }).getByRole("listitem");
        await expect(ended).toHaveCount(1);
        await expect(ended).toContainText("School day");
        await expect(ended).toContainText(counts);
        await accessible(page);
        for (const somebody of [mother, grandmother, teacher, page]) expect(await answers(somebody, own)).toEqual([404]);
        for (const somebody of [mother, grandmother]) expect((await somebody.reload()).status()).toBe(404);
        await expect.poll(files, { timeout: 60_000 }).toEqual([]);
        const list = await filesIn("erased");
        expect(list).toHaveLength(1);
        expect(await readFile(list[0], "utf8"), "ids alone").toMatch(/^(gone [0-9a-f]{32}\n?)+$/);
        complaints.refuses(403, /\/api\/front_door$/);
        const stranger = await (await another()).newPage();
        for (const code of [STAFF, BY_NAME, cards.find((card) => card.child === day.early).code]) {
            await enter(stranger, code);
            await expect(stranger.getByText("This code opens nothing here.")).toBeVisible();
        }
        await accessible(stranger);
        await fits(stranger);
    });
});
