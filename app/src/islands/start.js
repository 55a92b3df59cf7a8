// Appended to each client bundle by the build. Wakes the islands of a page in document order, so that an outer island
// is awake before one among its children; `$$on_hydrate` hands the children their owner (as leptos' own script does).
export async function start(bundle, wasm) {
    await bundle.default({ module_or_path: wasm });
    bundle.hydrate();
    for (const island of document.querySelectorAll("leptos-island")) {
        if (island.dataset.js) {
            whenSlowed(island);
            continue;
        }
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

// An island with a bundle of its own, which few visitors need: it is loaded when the form around it holds a ticket, or
// comes back with one (`form.rs` says so). What comes meanwhile is told to the island once it is awake.
function whenSlowed(island) {
    const form = island.closest("form");
    const load = async () => {
        form.removeEventListener("slowed", slowed);
        const bundle = await import(island.dataset.js);
        await bundle.default({ module_or_path: island.dataset.wasm });
        bundle[island.dataset.component](island);
    };
    const slowed = async (event) => {
        event.preventDefault();
        try {
            await load();
            form.dispatchEvent(new Event("slowed", { cancelable: true }));
        } catch {
            // Then the browser sends it, and the page that comes says how long to wait.
            form.submit();
        }
    };
    if (island.querySelector("[name=ticket]").value) {
        load();
    } else {
        form.addEventListener("slowed", slowed);
    }
}
