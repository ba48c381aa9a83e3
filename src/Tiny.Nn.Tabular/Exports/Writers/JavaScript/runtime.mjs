// What every JavaScript export is made of beside its plan: the parts below, each under its name.
// Names in capitals stand for what differs from model to model; here they are something, so that this file can be checked alone.
const ROUND = Math.fround;
const IS_CLASS = false;
const missingTexts = [];
const letters = [];
const capitals = [];
const columns = [];
const probes = [];
const answer = [];
const run = () => {};
const choose = () => 0;

// == arithmetic ==
const f = Math.fround;

// To the nearest integer, ties to even.
const round = (x) => (Math.abs(x) < 2251799813685248 ? x + 6755399441055744 - 6755399441055744 : x);

// x = m * 2 ** e with sqrt(1/2) <= m < sqrt(2).
function exponent(x) {
    if (!(x > 0 && x < Infinity)) return 0;
    let e = Math.floor(Math.log2(x) + 0.5);
    const m = x / 2 ** e;
    return m < Math.SQRT1_2 ? e - 1 : m >= Math.SQRT2 ? e + 1 : e;
}
const significand = (x) => x / 2 ** exponent(x);

// y = b + W x. The product of two floats is exact here, so that each sum is rounded once to double and once to float.
function multiply(w, b, x, y, groups) {
    const inputs = x.length / groups;
    const outputs = y.length / groups;
    for (let i = 0, at = 0; i < y.length; i++) {
        const first = Math.floor(i / outputs) * inputs;
        let sum = b === null ? 0 : b[i];
        for (let k = 0; k < inputs; k++, at++) {
            sum = ROUND(w[at] * x[first + k] + sum);
        }
        y[i] = sum;
    }
}

// == reductions ==
const largest = (x) => x.reduce((most, value) => (value > most ? value : most), -Infinity);
const sum = (x, to) => x.reduce((total, value) => to(total + value), 0);

// By 64 running sums, folded at the end: the order in which the engine adds.
function foldedSum(x, to) {
    const sums = new Float64Array(64);
    x.forEach((value, i) => {
        sums[i % 64] = to(sums[i % 64] + value);
    });
    for (let half = 32; half > 0; half >>= 1) {
        for (let i = 0; i < half; i++) {
            sums[i] = to(sums[i] + sums[i + half]);
        }
    }
    return sums[0];
}

// == rank ==
// The place of each number among those of its own that rise: between two of them the part of the way, the middle of those that it equals.
function rank(landmarks, x, y) {
    const count = landmarks.length / x.length;
    for (let i = 0; i < y.length; i++) {
        const q = landmarks.subarray(i * count, (i + 1) * count);
        const value = x[i];
        let from = 0;
        let past = count;
        while (from < past) {
            const middle = (from + past) >> 1;
            if (q[middle] < value) from = middle + 1;
            else past = middle;
        }
        while (past < count && q[past] === value) past++;
        if (past > from) y[i] = 0.5 * (from + past - 1);
        else if (from === 0 || from === count) y[i] = from === 0 ? 0 : count - 1;
        else y[i] = from - 1 + (value - q[from - 1]) / (q[from] - q[from - 1]);
    }
}

// == cells ==
function text(value) {
    return value === null || value === undefined || Number.isNaN(value) ? "" : String(value).trim();
}

function isMissing(cell) {
    return cell === "" || missingTexts.includes(cell.toLowerCase());
}

function number(value, column) {
    if (typeof value === "number") return value;
    const cell = text(value);
    if (isMissing(cell)) return NaN;
    const read = typeof value === "boolean" ? NaN : Number(cell);
    if (Number.isNaN(read)) throw new TypeError(`${column}: "${cell}" is no number.`);
    return read;
}

// A Date, a text as ISO 8601 writes it (without a zone it is taken for UTC), or the days since 1970.
function days(value, column) {
    if (typeof value === "number") return value;
    if (value instanceof Date) return value.getTime() / 86400000;
    const cell = text(value);
    if (isMissing(cell)) return NaN;
    const parts = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/.exec(cell);
    const time = parts ? Date.parse(`${parts[1]}T${parts[2] ?? "00:00"}${parts[3] ?? "Z"}`) : NaN;
    if (Number.isNaN(time)) throw new TypeError(`${column}: "${cell}" is no date as ISO 8601 writes it.`);
    return time / 86400000;
}

// The place of a level; -1 for a text that is none, NaN for a missing one.
function level(value, { levels, keys, writing }) {
    const cell = text(value);
    const isGiven = value !== null && value !== undefined;
    const place = isGiven ? levels.indexOf(cell) : -1;
    if (place >= 0) return place;
    if (isMissing(cell)) return NaN;
    const small = cell.toLowerCase();
    const key = writing === 0 ? cell : writing === 2 ? numberKey(cell) : small === "true" || small === "false" ? small : null;
    const other = key === null ? -1 : keys.indexOf(key);
    return other < 0 && typeof value === "boolean" ? levels.indexOf(value ? "1" : "0") : other;
}

// A number in one way of writing: 1, 1.0 and 1e0 are one text. Zeros in front stay, for 01 may be a code.
function numberKey(cell) {
    const parts = /^([+-]?)(\d*)(?:\{0}(\d*))?(?:[eE]([+-]?\d{1,9}))?$/.exec(cell);
    if (!parts || (parts[2] + (parts[3] ?? "")).length === 0) return null;
    const [whole, fraction] = [parts[2], parts[3] ?? ""];
    let zeros = /^0*/.exec(whole)[0].length;
    if (zeros > 0 && zeros === whole.length) zeros--;
    const all = whole + fraction;
    const end = all.replace(/0+$/, "");
    const digits = end.replace(/^0+/, "");
    if (digits === "") return "0".repeat(zeros) + "0";
    const power = Number(parts[4] ?? 0) - fraction.length + all.length - end.length;
    return `${"0".repeat(zeros)}${parts[1] === "-" ? "-" : ""}${digits}e${power}`;
}

// == words ==
function find(ranges, code) {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (code < ranges[middle][0]) high = middle;
        else low = middle + 1;
    }
    return low - 1;
}

function isLetter(code) {
    const at = find(letters, code);
    return at >= 0 && code <= letters[at][1];
}

function lower(code) {
    for (const [first, last, step, change] of capitals) {
        if (code >= first && code <= last && (code - first) % step === 0) return code + change;
    }
    return code;
}

// Each word adds 1 at the place h mod n, h the FNV-1a hash of its lower-cased UTF-8; then the counts get length 1.
function countWords(value, counts) {
    counts.fill(0);
    const cell = text(value);
    if (isMissing(cell)) return;
    const encoder = new TextEncoder();
    const end = (word) => {
        if (word === "") return "";
        let hash = 14695981039346656037n;
        for (const one of encoder.encode(word)) {
            hash = BigInt.asUintN(64, (hash ^ BigInt(one)) * 1099511628211n);
        }
        counts[Number(hash % BigInt(counts.length))]++;
        return "";
    };
    let word = "";
    for (const letter of cell) {
        const code = letter.codePointAt(0);
        word = isLetter(code) ? word + String.fromCodePoint(lower(code)) : end(word);
    }
    end(word);
    const norm = Math.sqrt(counts.reduce((sum, count) => sum + count * count, 0));
    counts.forEach((count, i) => {
        counts[i] = norm > 0 ? count / norm : 0;
    });
}

// == self-test ==
/** Asks for rows whose answers the engine gave when this file was written; returns how many there are, how many answers are wrong, and the largest difference. */
export function selfTest() {
    let worst = 0;
    let wrong = 0;
    for (const [cells, expected, chosen] of probes) {
        run(Object.fromEntries(columns.map((column, i) => [column, cells[i]])));
        expected.forEach((value, i) => {
            const difference = Math.abs(answer[i] - value);
            wrong += difference <= 1e-6 * Math.max(1, Math.abs(value)) ? 0 : 1;
            worst = difference > worst ? difference : worst;
        });
        wrong += IS_CLASS && choose() !== chosen ? 1 : 0;
    }
    return { rows: probes.length, wrong, worst };
}

if (globalThis.process?.argv?.includes("{1}") && decodeURIComponent(import.meta.url).endsWith(process.argv[1].split(/[\\/]/).pop())) {
    const { rows, wrong, worst } = selfTest();
    console.log(`${rows} rows, ${wrong} wrong numbers, largest difference ${worst.toPrecision(3)}`);
    process.exitCode = wrong > 0 ? 1 : 0;
}
