// A day at a school: who is there, and what is photographed in which order.

/** First name, last name, and how else the last name may be typed. Two are called the same. */
const CLASSES = {
    "1a": [
        ["Anna", "Müller"],
        ["Zoë", "D’Angelo-Strauß"],
        ["Thị Ánh", "Nguyễn"],
        ["Şule", "Öztürk"],
        ["Ben", "Weiß"],
        ["Maëlle", "Lefèvre"],
        ["Jānis", "Bērziņš"],
        ["Дарья", "Иванова", "Darja Iwanowa"],
        ["Oisín", "Ó Briain"],
        ["Tom", "Becker"],
    ],
    "1b": [
        ["Anna", "Müller"],
        ["Łukasz", "Żółć"],
        ["María José", "García López"],
        ["Søren", "Ångström"],
        ["Emil", "von der Heide"],
        ["Ayşe", "Yıldız"],
        ["Noah", "O’Connor"],
        ["Mia", "Vogel"],
        ["Paul", "Vogel"],
        ["Ida", "Zimmermann"],
    ],
};

/** Everybody: `{ first, last, name, group }`. */
export const everybody = Object.entries(CLASSES).flatMap(([group, children]) =>
    children.map(([first, last]) => ({ first, last, group, name: `${first} ${last}` })),
);
const who = (name, group) => everybody.find((child) => child.name === name && child.group === group);

/** Is called like somebody of the other class. */
export const namesake = who("Anna Müller", "1b");
/** Is in the class of the one who comes early. */
export const classmate = who("Şule Öztürk", "1a");

/** Comes before the cards are unpacked, and again when it is her turn. */
export const early = who("Zoë D’Angelo-Strauß", "1a");
/** Is ill on that day. */
export const ill = who("Łukasz Żółć", "1b");
/** Has a thumb in the middle of the code. */
export const fingered = who("Ben Weiß", "1a");
/** Holds the card with the hand over the whole code: no machine can know that it is a card. */
export const covered = who("Mia Vogel", "1b");

/** The school's list as a spreadsheet of a German office saves it. */
export const list = [
    "Nachname;Vorname;Klasse;E-Mail Erziehungsberechtigte;Auch akzeptieren",
    ...Object.entries(CLASSES).flatMap(([group, children]) =>
        children.map(([first, last, also]) => [last, first, group, last === "Yıldız" ? "yildiz.eltern@example.org" : "", also ?? ""].join(";")),
    ),
].join("\r\n");

/** So many pictures are taken of the one who comes early, of each child after its card, of a class together. */
export const EARLY = 4;
export const EACH = 9;
export const TOGETHER = 3;
const [LARGE, WIDE] = ["Nikon Z 6_2", "Fujifilm X-T5"];

/**
 * The pictures of the day in the order they are taken: `{ number, name, camera, at, of, card, thumb }`. `of` is a child, or the
 * name of a class. The first class is taken together with another camera; the second with the same one, after its last child.
 * The number of the camera's files begins anew in the middle of the day, so that their names are in another order.
 */
export function takenOn(day, cards) {
    const shots = [];
    const take = (of, camera, more) => {
        const number = shots.length;
        const name = `DSC_${String(((9899 + number) % 9999) + 1).padStart(4, "0")}.jpg`;
        const at = new Date(Date.parse(`${day}T08:15:00Z`) + number * 7000);
        shots.push({ number, name, camera, at, of, ...more });
    };
    const times = (count, ...shot) => Array.from({ length: count }, () => take(...shot));
    times(EARLY, early, LARGE);
    for (const group of Object.keys(CLASSES)) {
        for (const card of cards.filter((card) => card.child.group === group && card.child !== ill)) {
            const thumb = { [fingered.name]: [0.14, -0.13, 0.2, 0.1], [covered.name]: [0, -0.22, 0.62, 0.3] }[card.child.name];
            take(card.child, LARGE, { card, thumb });
            times(EACH, card.child, LARGE);
        }
        times(TOGETHER, group, group === "1a" ? WIDE : LARGE);
    }
    return shots;
}

/** What a class looks like to a teacher: who has how many photographs. */
export const sheetOf = (group) =>
    [
        `Group pictures of ${group}\n${TOGETHER} photographs`,
        ...everybody
            .filter((child) => child.group === group && child !== ill)
            .map((child) => `${child.name}\n${EACH + (child === early ? EARLY : 0)} photographs`),
    ].toSorted();

/** The same in an order that says nothing, and is the same at each run. */
export function shuffled(all) {
    const order = all.map((one, place) => [(place * 7919 + 104_729) % 10_007, one]);
    return order.toSorted(([one], [other]) => one - other).map(([, one]) => one);
}
