// Who sees what: ten trees, each told by the studio's pages and walked by a client; the two must agree (S35).
import { accessible, expect, serving, test } from "./fixtures.js";
import { enter } from "./guest.js";
import { setUp } from "./studio.js";

const place = serving("serve");

/** Sends one of the studio's forms as its page does, and confirms what it asks; answers where that leads. */
async function send(page, action, fields) {
    const post = (action, fields) =>
        page.evaluate(
            async ([action, fields]) => {
                const body = new URLSearchParams({ studio: "nordlicht", ...fields });
                const answer = await fetch(action, { method: "POST", body, headers: { accept: "text/html" } });
                return { url: answer.url, text: await answer.text() };
            },
            [action, fields],
        );
    const answer = await post(action, fields);
    expect(answer.url).not.toContain("__err");
    if (!answer.url.includes("/changes/")) return answer;
    const value = (name) => answer.text.match(new RegExp(`name="${name}" value="([^"]+)"`))[1];
    return post("/api/changes/confirm", { change: value("change"), digest: value("digest") });
}

/** Makes the galleries of a drawing: one a line, two spaces deeper than its parent, `on` and `locked` as in the rule. */
async function plant(page, drawing, name) {
    const ids = {};
    const above = [];
    for (const line of drawing.split("\n").filter((line) => line.trim())) {
        const [own, ...marks] = line.trim().split(/\s+/);
        above.length = (line.length - line.trimStart().length) / 2;
        const parent = above.at(-1) ?? "";
        const made = await send(page, "/api/galleries/create", { name: `${name} ${own}`, parent });
        const gallery = made.url.match(/galleries\/(\w{26})/)[1];
        above.push(gallery);
        ids[own] = gallery;
        if (marks.includes("on")) await send(page, "/api/galleries/navigation", { gallery, on: "yes" });
        if (marks.includes("locked")) {
            await send(page, "/api/galleries/password", { gallery, password: "rosenrot", asked: "on" });
        }
    }
    return ids;
}

/** What the login's page says it opens: ids, each with whether the password is asked. */
async function told(page, login) {
    await page.goto(`/studio/nordlicht/logins/${login}`);
    const rows = page.getByRole("region", { name: "Sees" }).locator("li:has(a)");
    return Object.fromEntries(
        await rows.evaluateAll((rows) =>
            rows.map((row) => [
                row.querySelector("a").getAttribute("href").match(/galleries\/(\w{26})/)[1],
                row.textContent.includes("its password is asked first") ? "locked" : "open",
            ]),
        ),
    );
}

/** In which galleries' *Who can see this* somebody is named, and whether the password is asked there. */
async function named(page, ids, who) {
    const found = {};
    for (const id of Object.values(ids)) {
        await page.goto(`/studio/nordlicht/galleries/${id}/who`);
        const row = page.getByRole("row").filter({ has: page.getByRole("rowheader").filter({ hasText: who }) });
        if (await row.count()) found[id] = (await row.innerText()).includes("its password is asked first") ? "locked" : "open";
    }
    return found;
}

/** Walks wherever the pages lead, from the one that is open. */
async function walked(page) {
    const found = {};
    const links = () =>
        page.getByRole("main").or(page.getByRole("navigation")).or(page.locator("body")).first().evaluate(() =>
            [...document.querySelectorAll("a[href]")]
                .map((link) => link.getAttribute("href").match(/^\/nordlicht\/g\/(\w{26})$/)?.[1])
                .filter(Boolean),
        );
    const here = page.url().match(/\/g\/(\w{26})/)?.[1];
    const next = here ? [here] : await links();
    while (next.length) {
        const id = next.pop();
        if (id in found) continue;
        const answer = await page.goto(`/nordlicht/g/${id}`);
        expect(answer.status()).toBe(200);
        found[id] = (await page.locator("input[name=password]").count()) ? "locked" : "open";
        next.push(...(await links()));
    }
    return found;
}

/** Each: the drawing, what is released, what is then seen ("(B)" asks for its password), and what else happens before. */
const TREES = [
    ["navigation off", "A\n  B\n    C\n  D", "B", "B"],
    ["down implies up, and to the siblings", "A on\n  B\n    C\n  D", "B", "A B D"],
    ["two branches, all open", "A on\n  B on\n    C\n  D on\n    E", "C", "A B C D E"],
    ["only the inner edge is open", "A\n  B on\n    C\n  D", "C", "B C"],
    ["a locked door ends the walk", "A on\n  B on locked\n    C\n  D", "A", "A (B) D"],
    ["what is released asks no password", "A on\n  B on locked\n    C\n  D", "B", "A B C D"],
    ["a locked top, reached from below", "A on locked\n  B\n  C", "B", "(A) B"],
    [
        "moved under an open parent",
        "A on\n  B\nC\n  D",
        "B",
        "A B C",
        (page, ids) => send(page, "/api/galleries/move", { gallery: ids.C, parent: ids.A }),
    ],
    [
        "a release that is taken back",
        "A on\n  B\nC",
        "B C",
        "A B",
        (page, ids, login) =>
            send(page, "/api/releases/change", { login, was: `${ids.B} ${ids.C}`, "galleries[0]": ids.B }),
    ],
];

const sorted = (found) => Object.fromEntries(Object.entries(found).sort());

// S23, S24, S25, S30, S35
test("what the studio is told and what a client finds is the same in ten trees", async ({ page, another }) => {
    await page.goto(`/first-run?token=${place.token}`);
    await setUp(page, place.token);
    await expect(page).toHaveURL(/\/studio\/nordlicht$/);

    const check = async (turn, [name, drawing, released, seen, then]) =>
        test.step(name, async () => {
            await page.goto("/studio/nordlicht/galleries");
            const ids = await plant(page, drawing, `T${turn}`);
            const code = `tree-number-${turn}-${"xqzvkj"[turn % 6]}7r`;
            const who = `Client of tree ${turn}`;
            const made = await send(page, "/api/logins/create", { name: who, code });
            const login = made.url.match(/logins\/(\w{26})/)[1];
            const ticked = released.split(" ").map((own, place) => [`galleries[${place}]`, ids[own]]);
            await send(page, "/api/releases/change", { login, was: "", ...Object.fromEntries(ticked) });
            await then?.(page, ids, login);
            const door = (own) => [ids[own.replace(/[()]/g, "")], own.startsWith("(") ? "locked" : "open"];
            const expected = sorted(Object.fromEntries(seen.split(" ").map(door)));
            expect(sorted(await told(page, login)), "What this login opens").toEqual(expected);
            expect(sorted(await named(page, ids, who)), "Who can see this").toEqual(expected);
            const client = await (await another()).newPage();
            await enter(client, code);
            await expect(client).toHaveURL(/\/overview$/);
            expect(sorted(await walked(client)), "what the client finds").toEqual(expected);
            await client.context().close();
            return ids;
        });
    for (const [turn, tree] of TREES.entries()) await check(turn + 1, tree);

    const ids = await test.step("links climb as far as the galleries allow, a secure one nowhere", async () => {
        await page.goto("/studio/nordlicht/galleries");
        const ids = await plant(page, "A on\n  B\n  C on locked\n    D", "T10");
        for (const [kind, expected] of [
            ["open", { [ids.A]: "open", [ids.B]: "open", [ids.C]: "locked" }],
            ["secure", { [ids.B]: "open" }],
        ]) {
            const label = `Somebody with a ${kind} link`;
            await send(page, "/api/links/create", { gallery: ids.B, kind, label });
            expect(sorted(await named(page, ids, label)), label).toEqual(sorted(expected));
            await page.goto(`/studio/nordlicht/galleries/${ids.B}/links`);
            const address = await page.getByLabel(`Address of “${label}”`).inputValue();
            const guest = await (await another()).newPage();
            await guest.goto(address);
            expect(sorted(await walked(guest)), label).toEqual(sorted(expected));
            await guest.context().close();
        }
        return ids;
    });

    await page.goto(`/studio/nordlicht/galleries/${ids.A}/who`);
    await accessible(page);
    await page.getByRole("switch", { name: /^Visitors can walk/ }).click();
    await expect(page.getByText("The link “Somebody with a open link” will no longer see")).toBeVisible();
    await accessible(page);
    await page.getByRole("link", { name: "Cancel" }).click();
    await expect(page.getByRole("switch", { name: /^Visitors can walk/ })).toBeChecked();

    await send(page, "/api/studio/mode", { mode: "explicit" });
    await check(11, ["each gallery by itself", "A on\n  B on locked\n    C\n  D", "A B", "A B"]);
});
