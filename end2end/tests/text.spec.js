// What people type is text, in every field and on every page, with scripts and without (T33).
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

import { awake, expect, test } from "./fixtures.js";
import { operator, start } from "./server.js";
import * as studio from "./studio.js";
import { school, types } from "./text_school.js";

/** Ways in which a text has become more than a text elsewhere. */
const CORPUS = [
    `<script>alert(1)</script>`,
    `"><img src=x onerror=alert(2)>`,
    `'><svg/onload=alert(3)>`,
    `</title></textarea></style><svg onload=alert(4)>`,
    `<a href="javascript:alert(5)" id="main">here</a>`,
    `" autofocus onfocus="alert(6)" x="`,
    `{{constructor.constructor('alert(7)')()}}`,
    `<!--><img src=x onerror=alert(8)>-->`,
    `&lt;img src=x onerror=alert(9)&gt;`,
    `<iframe srcdoc="<script>parent.alert(10)</script>">`,
    "`${alert(11)}` \\u003cscript\\u003ealert(12)",
    `<math><mtext></p><img src=x onerror=alert(13)>`,
    `<form action="//evil.example"><input name="code">`,
    `<meta http-equiv="refresh" content="0;url=//evil.example">`,
    `%3Cscript%3Ealert(14)%3C/script%3E`,
    `</script><script>alert(15)</script>`,
];

/** Texts of people who mean no harm, as many, and no two alike: a search finds as much of either. */
const TREES = "Alder Birch Cedar Douglas Elm Fir Ginkgo Hazel Ironwood Juniper Katsura Larch Maple Nutmeg Oak Pine".split(" ");
const PLAIN = CORPUS.map((_, number) => `${TREES[number]} by the water`);

/** The table of pages, each as the steps of its address. */
const source = await readFile(join(import.meta.dirname, "../../app/src/routes.rs"), "utf8");
const ROUTES = [...source.matchAll(/path!\("([^"]+)"\)/g)].map(([, path]) => path.split("/"));
const isParameter = (step) => step.startsWith(":");

/** The page that stands at an address: of two that fit the one that says more of it. */
function pageAt(address) {
    const steps = new URL(address, "http://anywhere").pathname.split("/");
    const fits = (route) => route.length === steps.length && route.every((step, at) => isParameter(step) || step === steps[at]);
    const said = (route) => route.filter((step) => !isParameter(step)).length;
    return ROUTES.filter(fits).sort((one, other) => said(other) - said(one))[0]?.join("/");
}

const places = [];
test.beforeAll(async () => {
    for (let number = 0; number < 2; number += 1) places.push(await start("serve"));
});
test.afterAll(async () => {
    for (const place of places) await place.stop();
});

/** Fills every field of a studio with texts. Answers with the addresses of its pages, by what they show. */
async function told(context, page, place, texts) {
    let turn = 0;
    const next = () => texts[turn++ % texts.length];
    const send = async (action, fields) => {
        const headers = { "sec-fetch-site": "same-origin", accept: "text/html", referer: `${place.url}/nordlicht` };
        const form = { studio: "nordlicht", ...fields };
        const answer = await context.request.post(`${place.url}${action}`, { form, headers });
        expect(Buffer.from(new URL(answer.url()).searchParams.get("__err") ?? "", "base64").toString(), action).toBe("");
        return answer.url();
    };
    /** Confirms what a change of who sees what asks. */
    const confirm = async (asked) => {
        const question = await (await context.request.get(asked)).text();
        const value = (name) => question.match(new RegExp(`name="${name}" value="([^"]+)"`))[1];
        await send("/api/changes/confirm", { change: value("change"), digest: value("digest") });
    };
    // A code may not be made of the name of its client or of the studio.
    const code = (number) => `${texts === PLAIN ? "heron and quay" : texts[number === 1 ? 3 : 1]} ${number}xqz-vkj`;
    const { password } = studio.ANNA;
    const owner = { email: studio.ANNA.email, password };
    const first = { ...owner, token: place.token, name: next(), studio_name: next(), address: "nordlicht", language: "en" };
    await send("/api/first_run", first);
    await send("/api/studio/change", { name: next(), tagline: next(), language: "en" });
    await send("/api/studio/brand", { accent: "#31572c", greeting: texts.join(" ").slice(0, 400) });
    await send("/api/account/change", { ...owner, name: next() });
    const galleries = [];
    const made = async (fields) => (await send("/api/galleries/create", fields)).match(/galleries\/(\w{26})/)[1];
    for (const name of texts) galleries.push(await made({ name, parent: galleries[0] ?? "" }));
    const [top, inner, locked] = galleries;
    await send("/api/galleries/navigation", { gallery: top, on: "yes" });
    await send("/api/galleries/rename", { gallery: inner, name: next() });
    await send("/api/galleries/password", { gallery: locked, password: next().slice(0, 60), asked: "on" });
    const logins = [];
    for (const [number, name] of texts.entries()) {
        const fields = { name, code: code(number), note: texts[number], email: "a@b.example" };
        logins.push((await send("/api/logins/create", fields)).match(/logins\/(\w{26})/)[1]);
        await send("/api/links/create", { gallery: top, kind: "open", label: name });
    }
    const ticked = Object.fromEntries(galleries.map((id, place) => [`galleries[${place}]`, id]));
    await confirm(await send("/api/releases/change", { login: logins[0], was: "", ...ticked }));
    const someone = "o'neill+{{7*7}}&lt@nordlicht.example";
    const invited = await send("/api/people/invite", { email: someone, role: "assistant", password });
    const asked = await (await context.request.get(invited)).text();
    const token = asked.match(/\/invitation\/([^"<\s]+)/)[1];
    // What is gone has a name too, and so has what a question is about that nobody has answered yet.
    await send("/api/galleries/delete", { gallery: await made({ name: next() }) });
    await made({ name: texts[1] });
    await send("/api/logins/delete", { login: logins.at(-1) });
    const question = await send("/api/galleries/delete", { gallery: inner });
    expect(question).toContain("/changes/");
    await send("/api/links/create", { gallery: locked, kind: "secure", label: next() });
    const linksOf = async (gallery) => (await context.request.get(`${place.url}/studio/nordlicht/galleries/${gallery}/links`)).text();
    const followed = (await linksOf(locked)).match(/\/nordlicht\/l\/\w+/)[0];
    const link = (await linksOf(top)).match(/\/as\/link\/(\w{26})/)[1];
    const environment = { env: { ...process.env, DATA_DIR: place.data } };
    const told = await promisify(execFile)(process.env.PASSEPARTOUT, ["member", "reset", owner.email], environment);
    const reset = told.stdout.trim().match(/\/reset\/\w+$/)[0];
    const opened = await operator(place, "operator", "link");
    const operators = opened.stdout.trim().match(/\/operator\/enter\/\w+$/)[0];

    // A file may have such a name too, and its line in the upload is written by a script.
    await page.goto(`${place.url}/studio/nordlicht/galleries/${top}`);
    const name = (number) => `${texts[number].replaceAll("/", " ")}.jpg`;
    await studio.pick(page, [await studio.file("kite", name(1)), await studio.file("dune", name(3))]);
    await expect(studio.ready(page)).toHaveCount(2, { timeout: 60_000 });
    const photo = (await page.content()).match(/\/m\/(\w{26})\//)[1];

    const job = await school({ context, page, place, texts, next, send, code });
    const at = (rest) => `/studio/nordlicht${rest}`;
    const query = encodeURIComponent(texts[1]);
    const outcome = (error) => `__path=%2Fapi%2Ffront_door&__err=${encodeURIComponent(error)}&did=${query}`;
    return {
        code: code(0),
        codesOfJob: job.codes,
        list: job.list,
        letters: { invitation: `/invitation/${token}`, "new password": reset, "the operator's": operators },
        "locked door": followed,
        studio: {
            studios: "/studios",
            "account of nobody's studio": "/account",
            home: at(""),
            tree: at("/galleries"),
            "the tree, searched": at(`/galleries?find=${query}`),
            gallery: at(`/galleries/${top}`),
            "gallery below": at(`/galleries/${inner}`),
            settings: at(`/galleries/${locked}/settings`),
            links: at(`/galleries/${top}/links`),
            who: at(`/galleries/${top}/who`),
            move: at(`/galleries/${galleries[3]}/move`),
            question: new URL(question).pathname,
            deleted: at("/deleted"),
            logins: at("/logins"),
            "new login": at("/logins/new"),
            login: at(`/logins/${logins[0]}`),
            card: at(`/logins/${logins[0]}/card`),
            releases: at(`/logins/${logins[0]}/galleries`),
            search: at(`/search?find=${query}`),
            "studio settings": at("/settings"),
            brand: at("/settings/brand"),
            clients: at("/settings/clients"),
            people: at("/settings/people"),
            account: at("/settings/account"),
            devices: at("/settings/devices"),
            "as a client": at(`/as/login/${logins[0]}`),
            "as a client, overview": at(`/as/login/${logins[0]}/overview`),
            "as a client, gallery": at(`/as/login/${logins[0]}/g/${top}`),
            "as a client, photograph": at(`/as/login/${logins[0]}/g/${top}/${photo}`),
            "as a client, on a phone": at(`/as/login/${logins[0]}/phone`),
            "as whoever follows a link": at(`/as/link/${link}/g/${top}`),
            "nothing there": at(`/galleries/${query}`),
            ...job.studio,
        },
        visitor: {
            door: "/nordlicht",
            "door, with an outcome": `/nordlicht?${outcome(texts[1])}`,
            overview: "/nordlicht/overview",
            "overview, searched": `/nordlicht/overview?find=${query}`,
            gallery: `/nordlicht/g/${top}`,
            "gallery below": `/nordlicht/g/${inner}`,
            photograph: `/nordlicht/g/${top}/${photo}`,
            "nothing there": `/nordlicht/${query}/${query}`,
            ...job.visitor,
        },
    };
}

/** The pages of whoever runs the installation, where studios have names. */
const OPERATOR = { "all studios": "/operator", "a question about one": "/operator/forbid/nordlicht" };

/** What is pressed on a page before its elements are counted: scripts write names there. */
const PRESSED = {
    move: async (page) => {
        await page.getByRole("radio").nth(2).check();
        await expect(page.locator(".savebar").getByRole("status")).toContainText("16 links will no longer see");
    },
    releases: async (page) => {
        // One that nobody holds, and one that comes by itself all the same.
        await page.getByRole("checkbox", { checked: false }).check();
        await expect(page.getByText("will be added")).toBeVisible();
        await page.getByRole("checkbox").nth(1).uncheck();
        await expect(page.locator(".changes")).toContainText("will also see");
        await expect(page.getByText("comes by itself").first()).toBeVisible();
    },
};

/** Opens every page, and notes in `opened` which of the table's it was; answers how many elements each has. */
async function counted(page, place, pages, scripts, opened) {
    const count = {};
    for (const [what, path] of Object.entries(pages)) {
        await page.goto(`${place.url}${path}`);
        for (const address of [path, page.url()]) opened.add(pageAt(address));
        if (scripts) {
            await awake(page);
            await PRESSED[what]?.(page);
        }
        count[what] = await page.locator("*").count();
        expect(new URL(page.url()).origin, what).toBe(place.url);
    }
    return count;
}

test("no text becomes markup, a script or another address, however it is spelled", async ({ browser, complaints }) => {
    test.setTimeout(900_000);
    // Addresses made of texts are those of nothing.
    complaints.refuses(404, /\/(galleries|nordlicht)\/[^/]*%20|\/(galleries|nordlicht)\/%22/);
    const dialogs = [];
    const violations = [];
    const all = [];
    for (const [place, texts] of [
        [places[0], PLAIN],
        [places[1], CORPUS],
    ]) {
        const open = async (options = {}) => {
            const context = await browser.newContext({ locale: "en-GB", ...options });
            if (options.javaScriptEnabled === undefined) complaints.listen(context);
            context.on("dialog", async (dialog) => {
                dialogs.push(dialog.message());
                await dialog.dismiss();
            });
            await context.exposeFunction("violated", (what) => violations.push(what));
            await context.addInitScript(() => {
                addEventListener("securitypolicyviolation", (one) => window.violated(`${one.violatedDirective} ${one.blockedURI} at ${location}`));
            });
            return [context, await context.newPage()];
        };
        const found = {};
        // Before there is a studio, and at doors that show no names.
        const opened = new Set();
        const [newcomer, letter] = await open();
        await counted(letter, place, { "first run": "/first-run", welcome: "/", "sign in": "/sign-in" }, true, opened);
        const [member, desk] = await open();
        const pages = await told(member, desk, place, texts);
        found["studio, with scripts"] = await counted(desk, place, pages.studio, true, opened);
        const [guest, phone] = await open();
        await phone.goto(`${place.url}/nordlicht`);
        await awake(phone);
        await phone.getByLabel("Your code").fill(texts[1]);
        await phone.getByRole("button", { name: "See my pictures" }).click();
        await expect(phone.getByText("This code opens nothing here.")).toBeVisible();
        await phone.getByLabel("Your code").fill(pages.code);
        await phone.getByRole("button", { name: "See my pictures" }).click();
        await expect(phone).toHaveURL(/\/overview$/);
        await expect(phone.getByRole("heading", { level: 1, name: texts[0], exact: true })).toBeVisible();
        await types(guest, place, pages.codesOfJob);
        found["visitor, with scripts"] = await counted(phone, place, pages.visitor, true, opened);
        // The pages as the server wrote them.
        for (const [who, context] of [["studio", member], ["visitor", guest]]) {
            const [plain, page] = await open({ javaScriptEnabled: false, storageState: await context.storageState() });
            found[`${who}, without scripts`] = await counted(page, place, pages[who], false, opened);
            await plain.close();
        }
        found.letters = await counted(letter, place, pages.letters, true, opened);
        await letter.getByRole("button", { name: "Open the page" }).click();
        await expect(letter.getByRole("heading", { level: 1, name: "Studios of this installation" })).toBeVisible();
        found.operator = await counted(letter, place, OPERATOR, true, opened);
        const [plain, page] = await open({ javaScriptEnabled: false, storageState: await newcomer.storageState() });
        found["operator, without scripts"] = await counted(page, place, OPERATOR, false, opened);
        await plain.close();
        await letter.goto(`${place.url}${pages["locked door"]}`);
        await expect(letter.getByLabel("Password of the gallery")).toBeVisible();
        const door = { "locked door": new URL(letter.url()).pathname };
        found["locked door"] = await counted(letter, place, door, true, opened.add(pageAt(pages["locked door"])));
        await counted(desk, place, pages.list, true, opened);
        const missed = ROUTES.map((route) => route.join("/")).filter((route) => !opened.has(route));
        expect(missed, "was not opened").toEqual([]);
        for (const context of [member, guest, newcomer]) await context.close();
        all.push(found);
    }
    expect(dialogs).toEqual([]);
    expect(violations).toEqual([]);
    // As many elements as with harmless words: no text has made one or swallowed one.
    expect(all[1]).toEqual(all[0]);
});
