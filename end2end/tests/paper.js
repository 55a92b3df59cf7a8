// Printed access cards as they lie on paper: four on a sheet of A4, cut apart, and read as a person and a telephone read them.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { readQr } from "./qr.js";

const run = promisify(execFile);
/** Dots for each inch: a module of the QR code is nine of them wide. */
const RESOLUTION = 144;
const dots = (millimetres) => Math.round((millimetres / 25.4) * RESOLUTION);
/** What stays white at each edge of the paper; the cards touch. */
const MARGIN = 8;
const SHEET = { width: 210, height: 297 };
const CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;

/** Where the four cards of a sheet lie, in dots, in the order they are printed. */
const CELLS = [0, 1].flatMap((row) =>
    [0, 1].map((column) => {
        const [width, height] = [(SHEET.width - 2 * MARGIN) / 2, (SHEET.height - 2 * MARGIN) / 2];
        return { x: dots(MARGIN + column * width), y: dots(MARGIN + row * height), width: dots(width), height: dots(height) };
    }),
);

/**
 * The cards of a PDF with four on each page: `{ lines, code, link, cut }`, what is written on it, its code, where its QR code
 * leads, and the piece of paper to hold: `{ sheet, part }`, a page as a picture and the part of it.
 */
export async function cutApart(pdf) {
    const folder = await mkdtemp(join(tmpdir(), "passepartout-cards-"));
    try {
        await run("pdftoppm", ["-r", RESOLUTION, "-gray", pdf, join(folder, "grey")]);
        await run("pdftoppm", ["-r", RESOLUTION, "-png", pdf, join(folder, "sheet")]);
        const pages = (await readdir(folder)).filter((name) => name.endsWith(".png")).sort();
        const sheets = pages.map(async (name, page) => {
            const grey = greyOf(await readFile(join(folder, name.replace("sheet", "grey").replace(".png", ".pgm"))));
            const sheet = await readFile(join(folder, name), "base64");
            const cards = CELLS.map(async (part) => {
                const lines = await linesOf(pdf, page + 1, part);
                if (lines.length === 0) return [];
                const code = lines.join(" ").match(CODE)?.[0];
                return [{ lines, code, link: readQr(grey, part), cut: { sheet, part } }];
            });
            return (await Promise.all(cards)).flat();
        });
        return (await Promise.all(sheets)).flat();
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

async function linesOf(pdf, page, { x, y, width, height }) {
    const area = ["-r", RESOLUTION, "-x", x, "-y", y, "-W", width, "-H", height];
    const { stdout } = await run("pdftotext", ["-f", page, "-l", page, ...area, pdf, "-"]);
    const lines = stdout.split(/[\n\f]/).map((line) => line.normalize("NFC").trim());
    return lines.filter((line) => line !== "");
}

/** A grey picture in the format PGM, binary. */
function greyOf(file) {
    const head = file.subarray(0, 64).toString("latin1").match(/^P5\s+(\d+)\s+(\d+)\s+255\s/);
    const [width, height] = [Number(head[1]), Number(head[2])];
    return { width, height, pixels: file.subarray(head[0].length) };
}
