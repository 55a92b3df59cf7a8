// The studio's house: a new code on its way to the client, the brand while it is typed, people, devices, one's account.
import { accessible, awake, expect, fits, serving, test } from "./fixtures.js";
import { demo } from "./guest.js";
import { arrive } from "./studio.js";

const place = serving("demo");
const STUDIO = "/studio/nordlicht";

async function signIn(page) {
    const { password } = await demo(place);
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill("anna@nordlicht.example");
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await arrive(page, "Hello, Anna");
    return password;
}

// S6
test("a new code is sent with one press, and the message opens the login", async ({ page, another }) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await signIn(page);
    await page.goto(`${STUDIO}/logins/new`);
    await awake(page);
    await page.getByLabel("Name", { exact: true }).fill("Familie Sommer");
    await page.getByRole("button", { name: "Save, then choose galleries" }).click();
    await arrive(page, "What Familie Sommer sees");
    const send = page.getByRole("region", { name: "Send the code to Familie Sommer" });
    await send.getByRole("button", { name: "Copy the message" }).click();
    await expect(send.getByRole("button", { name: "Copied" })).toBeVisible();
    const message = await page.evaluate(() => navigator.clipboard.readText());
    const code = await send.getByLabel("Code", { exact: true }).textContent();
    expect(message).toContain(code);
    expect(page.url()).not.toContain(code);

    const client = await (await another()).newPage();
    await client.goto(message.match(/http\S+#c=\S+/)[0]);
    await awake(client);
    await expect(client.getByLabel("Your code")).toHaveValue(code);
    await client.getByRole("button", { name: "See my pictures" }).click();
    await arrive(client, "Familie Sommer");

    await send.getByRole("button", { name: "Hide" }).click();
    await arrive(page, "What Familie Sommer sees");
    await expect(page.getByText(code)).toHaveCount(0);
});

// S76
test("the brand is shown while it is typed, and saved when one says so", async ({ page }) => {
    await signIn(page);
    await page.goto(`${STUDIO}/settings/brand`);
    await awake(page);
    const button = page.locator(".sample.day .button");
    const colour = () => button.evaluate((one) => getComputedStyle(one).backgroundColor);
    const before = await colour();
    await page.getByLabel("Colour if you like").fill("#f0d040");
    await expect(page.locator(".adjusted")).toContainText("somewhat darker shade");
    expect(await colour()).not.toBe(before);
    await page.getByRole("textbox", { name: "Greeting" }).fill("Welcome to the shore.");
    await expect(page.locator(".sample.night .greeting")).toHaveText("Welcome to the shore.");
    await accessible(page);
    await page.reload();
    await awake(page);
    expect(await colour()).toBe(before);
});

test("a role is changed by keyboard alone, with the password, and a wrong one is said in the dialog", async ({ page, another }) => {
    const password = await signIn(page);
    await page.goto(`${STUDIO}/settings/people`);
    await awake(page);
    const invite = page.getByRole("region", { name: "Invite somebody" });
    await invite.getByLabel("E-mail").fill("kim@neu.example");
    await invite.getByLabel("Your password").fill(password);
    await page.getByRole("button", { name: "Make the invitation" }).click();
    const link = await page.getByLabel("Address of the invitation").inputValue();
    await accessible(page);

    const kim = await (await another()).newPage();
    await kim.goto(link);
    await arrive(kim, "Work with Atelier Nordlicht");
    await expect(kim).toHaveURL("/invitation");
    await kim.getByLabel("Your name").fill("Kim Neu");
    await kim.getByLabel("Choose a password").fill("quite another sentence");
    await kim.getByRole("button", { name: "Join the studio", exact: true }).click();
    await arrive(kim, "Hello, Kim");

    await page.goto(`${STUDIO}/settings/people`);
    await awake(page);
    const change = page.getByRole("button", { name: "Change the role of Kim Neu" });
    await change.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Role of Kim Neu" });
    await expect(dialog).toBeVisible();
    await accessible(page);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(change).toBeFocused();
    await page.keyboard.press("Enter");
    await dialog.getByLabel("Assistant").press("ArrowDown");
    await expect(dialog.getByLabel("Photographer")).toBeChecked();
    await dialog.getByLabel("Your password").fill("not my password");
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("alert")).toHaveText("This is not your password.");
    await dialog.getByLabel("Your password").fill(password);
    await page.keyboard.press("Enter");
    await expect(page.getByText("Photographer ·")).toBeVisible();
});

/** Pages by their address below the studio's, or by their own. */
const PAGES = [
    "", "/search?find=e", "/search?find=zzz", "/logins", "/logins/new", "/settings", "/settings/brand", "/settings/clients",
    "/settings/people", "/settings/account", "/settings/devices",
];
const LOOKS = {
    "in the dark": { colorScheme: "dark" },
    "from right to left": { direction: "rtl" },
    "with letters twice as large": { size: "200%" },
    "on a phone, from right to left": { viewport: { width: 390, height: 844 }, direction: "rtl" },
    "on a phone, with letters twice as large": { viewport: { width: 390, height: 844 }, size: "200%" },
};

// S78
for (const [how, { direction, size, ...options }] of Object.entries(LOOKS)) {
    test(`the studio's pages have no barriers ${how}`, async ({ another }) => {
        const page = await (await another(options)).newPage();
        await signIn(page);
        await page.addInitScript(
            ([direction, size]) =>
                new MutationObserver(() => {
                    if (direction) document.documentElement.dir = direction;
                    if (size) document.documentElement.style.fontSize = size;
                }).observe(document, { childList: true }),
            [direction, size],
        );
        await page.goto(`${STUDIO}/galleries`);
        const gallery = await page.getByRole("link", { name: "Summer by the water" }).first().getAttribute("href");
        await page.goto(`${STUDIO}/logins`);
        const login = await page.getByRole("link", { name: "Familie Brandt" }).first().getAttribute("href");
        const others = [`${gallery}/links`, `${gallery}/who`, login, `${login}/galleries`, "/account", "/studios", "/nordlicht"];
        for (const address of [...PAGES.map((rest) => STUDIO + rest), ...others]) {
            await page.goto(address);
            await awake(page);
            await fits(page);
            await accessible(page);
        }
    });
}
