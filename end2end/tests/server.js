// Runs the program that is tested, with a data folder of its own.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** What an operator does at the machine, beside the server that runs in this place. */
export const operator = (place, ...words) =>
    promisify(execFile)(process.env.PASSEPARTOUT, words, { env: { ...process.env, DATA_DIR: place.data, RUST_LOG: "warn" } });

/** Starts `passepartout serve` or `demo`; answers once it says where it listens. */
export async function start(word, settings = {}) {
    const data = settings.DATA_DIR ?? (await mkdtemp(join(tmpdir(), "passepartout-e2e-")));
    const program = spawn(process.env.PASSEPARTOUT, [word], {
        env: { ...process.env, LISTEN: "127.0.0.1:0", RUST_LOG: "warn", ...settings, DATA_DIR: data },
        stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = new Promise((resolve) => program.once("exit", resolve));
    let told = "";
    const url = await new Promise((resolve, reject) => {
        program.once("error", reject);
        program.once("exit", (code) => reject(new Error(`the program ended with ${code} after saying: ${told}`)));
        program.stdout.on("data", (chunk) => {
            told += chunk;
            const said = told.match(/^Open (http:\/\/[^/\s]+)[^\n]*\n/m);
            if (said) resolve(said[1]);
        });
    });
    return {
        url,
        data,
        /** All that the terminal was told so far. */
        told: () => told,
        /** What guards the first run of an empty data folder. */
        token: told.match(/token: (\S+)/)?.[1],
        /** Ends it as a power cut would. */
        kill: () => (program.kill("SIGKILL"), ended),
        stop: async () => {
            program.kill("SIGTERM");
            await ended;
            await rm(data, { recursive: true, force: true });
        },
    };
}
