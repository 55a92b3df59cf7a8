// What sharp makes of photographs, and how much both programs' sizes are like the original.
//   node peer.mjs make FOLDER PHOTO...           writes NAME_l.jpg, NAME_m.jpg, NAME_s.jpg
//   node peer.mjs compare OURS THEIRS PHOTO...   prints JSON: for each size the mean SSIM of both
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

const sharp = createRequire(join(process.cwd(), 'x.js'))('sharp');
const SIDES = { l: 2560, m: 1600, s: 400 };
const [, , word, ...rest] = process.argv;

sharp.cache(false);
sharp.concurrency(1); // Its least CPU.
await { make, compare }[word](...rest);

/** Sharp's cheapest way: decoded once, each size from the larger one, never encoded in between. */
async function make(folder, ...photos) {
  for (const photo of photos) {
    let image = sharp(photo).autoOrient();
    for (const [size, side] of Object.entries(SIDES)) {
      const { data, info } = await image.resize(side, side, { fit: 'inside' }).raw().toBuffer({ resolveWithObject: true });
      const raw = { width: info.width, height: info.height, channels: info.channels };
      writeFileSync(join(folder, `${basename(photo, '.jpg')}_${size}.jpg`), await sharp(data, { raw }).jpeg({ quality: 82 }).toBuffer());
      image = sharp(data, { raw });
    }
  }
}

async function compare(ours, theirs, ...photos) {
  const means = {};
  for (const photo of photos) {
    const full = await luma(readFileSync(photo));
    for (const size of Object.keys(SIDES)) {
      const [a, b] = await Promise.all([ours, theirs].map((folder) => luma(readFileSync(join(folder, `${basename(photo, '.jpg')}_${size}.jpg`)))));
      const reference = scaled(full, a.width, a.height);
      means[size] ??= [0, 0];
      means[size][0] += ssim(reference, a) / photos.length;
      means[size][1] += ssim(reference, b) / photos.length;
    }
  }
  console.log(JSON.stringify(means));
}

async function luma(jpeg) {
  const { data, info } = await sharp(jpeg).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const values = new Float32Array(info.width * info.height);
  for (let at = 0; at < values.length; at++) values[at] = 0.299 * data[3 * at] + 0.587 * data[3 * at + 1] + 0.114 * data[3 * at + 2];
  return { width: info.width, height: info.height, values };
}

/** Lanczos with three lobes in floating point, in one step from the full size: neither program's own way. */
function scaled(image, width, height) {
  return transposed(lower(transposed(lower(image, height)), width));
}

function lower({ width, height, values }, rows) {
  const scale = height / rows;
  const result = new Float32Array(width * rows);
  const lobe = (x) => (x === 0 ? 1 : Math.abs(x) >= 3 ? 0 : (3 * Math.sin(Math.PI * x) * Math.sin((Math.PI * x) / 3)) / (Math.PI * x) ** 2);
  for (let row = 0; row < rows; row++) {
    const middle = (row + 0.5) * scale;
    const first = Math.max(0, Math.ceil(middle - 3 * scale - 0.5));
    const last = Math.min(height - 1, Math.floor(middle + 3 * scale - 0.5));
    const weights = Array.from({ length: last - first + 1 }, (_, at) => lobe((first + at + 0.5 - middle) / scale));
    const sum = weights.reduce((a, b) => a + b);
    weights.forEach((weight, at) => {
      for (let x = 0; x < width; x++) result[row * width + x] += (values[(first + at) * width + x] * weight) / sum;
    });
  }
  return { width, height: rows, values: result };
}

function transposed({ width, height, values }) {
  const result = new Float32Array(values.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) result[x * height + y] = values[y * width + x];
  return { width: height, height: width, values: result };
}

/** Wang et al. 2004, in windows of 8 x 8 pixels, every fourth. */
function ssim(a, b) {
  if (a.width !== b.width || a.height !== b.height) throw new Error(`${a.width} x ${a.height} against ${b.width} x ${b.height}`);
  let [sum, windows] = [0, 0];
  for (let y = 0; y + 8 <= a.height; y += 4) {
    for (let x = 0; x + 8 <= a.width; x += 4) {
      let [sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0];
      for (let row = y; row < y + 8; row++) {
        for (let at = row * a.width + x; at < row * a.width + x + 8; at++) {
          const [p, q] = [a.values[at], b.values[at]];
          sa += p; sb += q; saa += p * p; sbb += q * q; sab += p * q;
        }
      }
      const [ma, mb] = [sa / 64, sb / 64];
      const [va, vb, c] = [saa / 64 - ma * ma, sbb / 64 - mb * mb, sab / 64 - ma * mb];
      sum += ((2 * ma * mb + 6.5025) * (2 * c + 58.5225)) / ((ma * ma + mb * mb + 6.5025) * (va + vb + 58.5225));
      windows++;
    }
  }
  return sum / windows;
}
