// Reads a QR code (ISO/IEC 18004) that was printed straight and clean, so that a test can go where a card says. Nothing is
// corrected: where one module is wrong it throws, or reads nonsense.

/** Data codewords of each block, with correction level M, by version; and how many codewords correct a block. */
const BLOCKS = {
    1: [10, [16]],
    2: [16, [28]],
    3: [26, [44]],
    4: [18, [32, 32]],
    5: [24, [43, 43]],
    6: [16, [27, 27, 27, 27]],
    7: [18, [31, 31, 31, 31]],
    8: [22, [38, 38, 39, 39]],
    9: [22, [36, 36, 36, 37, 37]],
};
/** Where alignment patterns have their centres. */
const CENTRES = { 1: [], 2: [6, 18], 3: [6, 22], 4: [6, 26], 5: [6, 30], 6: [6, 34], 7: [6, 22, 38], 8: [6, 24, 42], 9: [6, 26, 46] };
const MASKS = [
    (x, y) => (x + y) % 2,
    (x, y) => y % 2,
    (x) => x % 3,
    (x, y) => (x + y) % 3,
    (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2,
    (x, y) => ((x * y) % 2) + ((x * y) % 3),
    (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
    (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];
const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/** The text of the only QR code in a part of a grey picture: `{ width, height, pixels }`, one byte each. */
export function readQr(grey, part) {
    const dark = (x, y) => grey.pixels[Math.round(y) * grey.width + Math.round(x)] < 128;
    const { origin, module } = place(corners(dark, part));
    const side = Math.round((origin.right - origin.x) / module) + 7;
    const at = (x, y) => dark(origin.x + (x - 3) * module, origin.y + (y - 3) * module);
    return text(codewords(at, side), (side - 17) / 4);
}

/** The centres of patterns whose runs are as 1 : 1 : 3 : 1 : 1, across and down. */
function corners(dark, { x: left, y: top, width, height }) {
    const found = [];
    for (let y = top; y < top + height; y += 1) {
        for (const { centre, module } of rows((x) => dark(x, y), left, left + width)) {
            const down = rows((y) => dark(centre, y), top, top + height).find((run) => Math.abs(run.centre - y) < module);
            if (!down || Math.abs(down.module / module - 1) > 0.3) continue;
            const near = found.find((one) => Math.hypot(one.x - centre, one.y - down.centre) < 2 * module);
            if (near) near.rows += 1;
            else found.push({ x: centre, y: down.centre, module, rows: 1 });
        }
    }
    return found;
}

function rows(dark, from, to) {
    const edges = [];
    for (let place = from + 1; place < to; place += 1) if (dark(place) !== dark(place - 1)) edges.push(place);
    const patterns = [];
    for (let first = dark(from) ? 1 : 0; first + 5 < edges.length; first += 2) {
        const [a, b, c, d, e, f] = edges.slice(first, first + 6);
        const module = (f - a) / 7;
        const ratios = [b - a, c - b, (d - c) / 3, e - d, f - e];
        if (ratios.every((run) => Math.abs(run / module - 1) < 0.4)) patterns.push({ centre: (a + f - 1) / 2, module });
    }
    return patterns;
}

/**
 * The upper left corner, and how large a module is. Letters, and data inside the code, can look like a corner: the three that
 * count lie at the ends of a square's sides, whole modules from one another, and no others so far.
 */
function place(found) {
    const corner = found.filter((one) => one.rows > 1.5 * one.module);
    const near = (one, other) => Math.abs(one - other) < corner[0].module;
    const isSquare = (origin, right) => {
        const side = right.x - origin.x;
        return side > 0 && near(right.y, origin.y) && corner.some(({ x, y }) => near(x, origin.x) && near(y - origin.y, side));
    };
    const squares = corner.flatMap((origin) => corner.filter((right) => isSquare(origin, right)).map((right) => ({ origin, right })));
    if (squares.length === 0) throw new Error(`${corner.length} corners, and no QR code`);
    const side = ({ origin, right }) => right.x - origin.x;
    const { origin, right } = squares.toSorted((one, other) => side(other) - side(one))[0];
    const rough = (origin.module + right.module) / 2;
    const modules = Math.round((right.x - origin.x) / rough / 4 - 10 / 4) * 4 + 10;
    return { origin: { x: origin.x, y: origin.y, right: right.x }, module: (right.x - origin.x) / modules };
}

/** All codewords in their order, unmasked. */
function codewords(at, side) {
    const format = [0, 1, 2, 3, 4, 5, 7, 8].map((x) => at(x, 8)).concat([7, 5, 4, 3, 2, 1, 0].map((y) => at(8, y)));
    const word = format.reduce((sum, bit) => sum * 2 + Number(bit), 0) ^ 0x5412;
    if (word >> 13 !== 0) throw new Error("a QR code without correction level M");
    const mask = MASKS[(word >> 10) & 7];
    const version = (side - 17) / 4;
    const centres = CENTRES[version];
    const last = side - 7;
    const isPattern = (x, y) => {
        if ((x < 9 && y < 9) || (x < 9 && y >= side - 8) || (x >= side - 8 && y < 9) || x === 6 || y === 6) return true;
        if (version >= 7 && ((x < 6 && y >= side - 11) || (y < 6 && x >= side - 11))) return true;
        const near = (value) => centres.find((centre) => Math.abs(centre - value) <= 2);
        const [column, row] = [near(x), near(y)];
        if (column === undefined || row === undefined) return false;
        return !((column === 6 && (row === 6 || row === last)) || (column === last && row === 6));
    };
    const bits = [];
    let up = true;
    for (let right = side - 1; right > 0; right -= right === 8 ? 3 : 2, up = !up) {
        for (let step = 0; step < side; step += 1) {
            const y = up ? side - 1 - step : step;
            for (const x of [right, right - 1]) {
                if (!isPattern(x, y)) bits.push(Number(at(x, y)) ^ Number(mask(x, y) === 0));
            }
        }
    }
    const whole = bits.slice(0, bits.length - (bits.length % 8)).join("");
    return whole.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2));
}

/** What the data says, its blocks put together again. */
function text(all, version) {
    const [, lengths] = BLOCKS[version];
    const blocks = lengths.map(() => []);
    let next = 0;
    for (let place = 0; place < Math.max(...lengths); place += 1) {
        lengths.forEach((length, block) => place < length && blocks[block].push(all[next++]));
    }
    const bits = blocks.flat().map((byte) => byte.toString(2).padStart(8, "0")).join("");
    let at = 0;
    const take = (count) => Number.parseInt(bits.slice(at, (at += count)), 2);
    let said = "";
    while (at + 4 <= bits.length) {
        const mode = take(4);
        if (mode === 0) break;
        if (mode === 1) said += numeric(take, take(10));
        else if (mode === 2) said += alphanumeric(take, take(9));
        else if (mode === 4) said += Buffer.from(Array.from({ length: take(8) }, () => take(8))).toString("utf8");
        else throw new Error(`mode ${mode} of a QR code`);
    }
    return said;
}

function numeric(take, count) {
    let said = "";
    for (let left = count; left > 0; left -= 3) {
        const digits = Math.min(left, 3);
        said += String(take([0, 4, 7, 10][digits])).padStart(digits, "0");
    }
    return said;
}

function alphanumeric(take, count) {
    let said = "";
    for (let left = count; left > 0; left -= 2) {
        const pair = take(left > 1 ? 11 : 6);
        said += left > 1 ? LETTERS[Math.floor(pair / 45)] + LETTERS[pair % 45] : LETTERS[pair];
    }
    return said;
}
