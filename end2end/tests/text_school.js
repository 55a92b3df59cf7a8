// The photo job of a school whose names, codes and lists are texts (T33).
import { expect } from "./fixtures.js";
import { operator } from "./server.js";
import * as studio from "./studio.js";

/** A cell of a CSV file. */
const cell = (text) => `"${text.replaceAll('"', '""')}"`;

/**
 * Fills every field of a photo job. Answers with its pages for the studio and for visitors, with the codes that open it, and
 * with a page whose counts are those of names: some of the texts have no letters, and it says so.
 */
export async function school({ context, page, place, texts, next, send, code }) {
    const read = async (path) => (await context.request.get(`${place.url}${path}`)).text();
    const file = (name, mimeType, text) => ({ name, mimeType, buffer: Buffer.from(text) });
    const job = (await send("/api/jobs/create", { name: next(), organisation: next(), date: "2026-11-12" })).match(/jobs\/(\w{26})/)[1];
    const at = (rest = "") => `/studio/nordlicht/jobs/${job}${rest}`;
    for (let number = 0; number < 2; number += 1) await send("/api/jobs/add_group", { job, group: next() });
    const group = (await read(at())).match(/<option value="(\w{26})"/)[1];
    for (const number of [0, 1, 2]) {
        await send("/api/jobs/add_subject", { job, first_name: texts[number], last_name: texts[number + 1], group });
    }
    const subject = (await read(at())).match(/subjects\/(\w{26})/)[1];
    await operator(place, "studio", "connection-codes", "nordlicht", "on");
    const [staff, parents] = [code(50), code(51)];
    await send("/api/jobs/staff_code", { job, code: staff });
    await send("/api/jobs/connection_code", { job, code: parents, agreed: "yes" });
    await send("/api/jobs/state", { job, state: "published" });

    await page.goto(`${place.url}${at("/photos")}`);
    await studio.pick(page, [await studio.file("kite", `${texts[1].replaceAll("/", " ")}.jpg`), await studio.file("dune", "dune.jpg")]);
    await expect(studio.ready(page)).toHaveCount(2, { timeout: 60_000 });
    const form = await page.content();
    const photo = form.match(/\/m\/(\w{26})\//)[1];
    const from = form.match(/name="from" value="(\w{26})"/)[1];
    const to = form.match(/<optgroup[^>]*><option value="(\w{26})"/)[1];
    await send("/api/jobs/sort", { from, to, back: job, "photos[0]": photo });

    // A list that waits: what is new in it, and what the job has already.
    const lines = texts.slice(2).map((text, number) => [text, texts[number], texts[number + 1]].map(cell).join(","));
    const list = file("list.csv", "text/csv", ["First name,Last name,Class", ...lines].join("\n"));
    const headers = { "sec-fetch-site": "same-origin", accept: "text/html", referer: `${place.url}${at("/roster")}` };
    const sent = await context.request.post(`${place.url}/api/jobs/roster`, { multipart: { studio: "nordlicht", job, list }, headers });
    const draft = new URL(sent.url()).pathname;
    expect(draft).toMatch(/\/roster\/\w{26}$/);
    await send("/api/jobs/reveal", { job, password: studio.ANNA.password });
    // The last on the page: before them stand codes that are proposed.
    const own = [...(await read(at("/access"))).matchAll(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g)].at(-1)[0];
    return {
        job,
        codes: [own, parents, staff],
        list: { "a list before its import": draft },
        studio: {
            jobs: "/studio/nordlicht/jobs",
            "a job": at(),
            "a job's access": at("/access"),
            "a job's photographs": at("/photos"),
            "photographs of a class": at(`/photos?of=${to}`),
            "who is on a photograph": at(`/on/${photo}`),
            "a job's settings": at("/settings"),
            "a job's list": at("/roster"),
            "somebody of a job": at(`/subjects/${subject}`),
            "what a family sees": `/studio/nordlicht/as/subject/${subject}/children`,
            "what staff see": `/studio/nordlicht/as/staff/${job}/jobs/${job}`,
        },
        visitor: {
            children: "/nordlicht/children",
            "a notice": `/nordlicht/find/${job}`,
            "finding a child": `/nordlicht/find/${job}?read=yes`,
            "staff of a job": `/nordlicht/jobs/${job}`,
        },
    };
}

/** Types codes at the front door. */
export async function types(context, place, codes) {
    const headers = { "sec-fetch-site": "same-origin", accept: "text/html", referer: `${place.url}/nordlicht` };
    for (const code of codes) {
        await context.request.post(`${place.url}/api/front_door`, { form: { studio: "nordlicht", code }, headers });
    }
}
