// Appended to each client bundle by the build. Wakes the islands of a page in document order, so that an outer island
// is awake before one among its children; `$$on_hydrate` hands the children their owner (as leptos' own script does).
export async function start(bundle, wasm) {
    await bundle.default({ module_or_path: wasm });
    bundle.hydrate();
    for (const island of document.querySelectorAll("leptos-island")) {
        const wake = bundle[island.dataset.component];
        if (!wake) {
            console.error(`this page's bundle does not hold the island ${island.dataset.component}`);
            continue;
        }
        island.closest("leptos-children")?.$$on_hydrate?.();
        await wake(island);
    }
    document.documentElement.dataset.awake = "";
}
