// A camera: takes real photographs, with a card in the picture or without, and notes in the file when and by which camera.
import { readFile } from "node:fs/promises";

import { photograph } from "./studio.js";

/** What is photographed; one after the other, each cut a little differently, so that no two files are the same. */
const SCENES = ["chelsea", "china", "coffee", "flower", "astronaut", "rocket"];

/** A page of the browser that composes pictures: nothing but a canvas. */
export async function darkroom(page) {
    await page.setContent("<canvas></canvas>");
    const scenes = await Promise.all(SCENES.map((name) => readFile(photograph(name), "base64")));
    await page.evaluate(async (scenes) => {
        const load = async (type, data) => {
            const image = new Image();
            image.src = `data:image/${type};base64,${data}`;
            await image.decode();
            return image;
        };
        const canvas = document.querySelector("canvas");
        const loaded = await Promise.all(scenes.map((data) => load("jpeg", data)));
        const sheets = new Map();
        window.keep = async (name, data) => sheets.set(name, await load("png", data));
        /** One picture of a scene, with a part of a sheet in it. */
        window.take = (number, width, height, held) => {
            Object.assign(canvas, { width, height });
            const draw = canvas.getContext("2d");
            const scene = loaded[number % loaded.length];
            const scale = Math.max(width / scene.width, height / scene.height) * (1.05 + (number % 7) / 20);
            const shift = (number % 11) / 11;
            draw.drawImage(scene, (width - scene.width * scale) * shift, (height - scene.height * scale) * (1 - shift), scene.width * scale, scene.height * scale);
            if (held) {
                const { x, y, width: across, height: down } = held.part;
                const tall = height * 0.82;
                const wide = (tall * across) / down;
                draw.translate(width * (0.42 + shift / 8), height / 2);
                draw.rotate(held.tilt);
                draw.drawImage(sheets.get(held.sheet), x, y, across, down, -wide / 2, -tall / 2, wide, tall);
                if (held.thumb) {
                    draw.fillStyle = "#b98a6c";
                    draw.beginPath();
                    draw.ellipse(...held.thumb.map((part, place) => part * (place % 2 ? tall : wide)), 0.5, 0, 7);
                    draw.fill();
                }
                draw.resetTransform();
            }
            return canvas.toDataURL("image/jpeg", 0.8).split(",")[1];
        };
    }, scenes);
    const kept = new Map();
    return {
        /** Takes a picture: `{ name, camera, at }`; with a card if one is `held` (see paper.js), by a `thumb` if there is one. */
        async take({ number, name, camera, at, card, thumb }) {
            const [width, height] = card ? [720, 540] : [400, 300];
            let held;
            if (card) {
                const { sheet, part } = card.cut;
                if (!kept.has(sheet)) {
                    kept.set(sheet, `sheet ${kept.size}`);
                    await page.evaluate(([name, data]) => window.keep(name, data), [kept.get(sheet), sheet]);
                }
                held = { sheet: kept.get(sheet), part, thumb, tilt: ((number % 9) - 4) / 60 };
            }
            const data = await page.evaluate((given) => window.take(...given), [number, width, height, held]);
            return { name, mimeType: "image/jpeg", buffer: noted(Buffer.from(data, "base64"), camera, at) };
        },
    };
}

/** A JPEG with the camera's model and the time in its EXIF, as cameras write it. */
function noted(jpeg, camera, at) {
    const model = Buffer.from(`${camera}\0`);
    const time = Buffer.from(`${at.toISOString().slice(0, 19).replaceAll("-", ":").replace("T", " ")}\0`);
    const entry = (tag, type, count, value) => {
        const bytes = Buffer.alloc(12);
        bytes.writeUInt16BE(tag, 0);
        bytes.writeUInt16BE(type, 2);
        bytes.writeUInt32BE(count, 4);
        bytes.writeUInt32BE(value, 8);
        return bytes;
    };
    const list = (entries) => Buffer.concat([Buffer.from([0, entries.length]), ...entries, Buffer.alloc(4)]);
    // Head, a list of two, a list of one; then the texts that they point to.
    const [second, texts] = [8 + 30, 8 + 30 + 18];
    const [ascii, long] = [2, 4];
    const tiff = Buffer.concat([
        Buffer.from("MM\0*\0\0\0\x08", "latin1"),
        list([entry(0x0110, ascii, model.length, texts), entry(0x8769, long, 1, second)]),
        list([entry(0x9003, ascii, time.length, texts + model.length)]),
        model,
        time,
    ]);
    const exif = Buffer.concat([Buffer.from("Exif\0\0"), tiff]);
    const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0]);
    head.writeUInt16BE(exif.length + 2, 4);
    return Buffer.concat([head, exif, jpeg.subarray(2)]);
}
