// Line charts as SVG: made of numbers on the page, so that a screen reader has their last values too.

const ns = 'http://www.w3.org/2000/svg';
const [width, height, left, right, top, bottom] = [420, 200, 52, 12, 12, 30];

const element = (name, attributes, text) => {
  const made = document.createElementNS(ns, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
};

export const short = (value) => {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  return size !== 0 && (size >= 1e5 || size < 1e-3) ? value.toExponential(1) : `${Number(value.toPrecision(3))}`;
};

const steps = (low, high) => {
  const raw = (high - low) / 4 || 1;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= raw);
  const ticks = [];
  for (let tick = Math.ceil(low / step) * step; tick <= high + step / 1e6; tick += step) ticks.push(Number(tick.toPrecision(12)));
  return ticks;
};

const powers = (low, high) => {
  const ticks = [];
  const stride = Math.max(1, Math.ceil((high - low) / 5));
  for (let tick = Math.ceil(low); tick <= high; tick += stride) ticks.push(tick);
  return ticks;
};

/**
 * @param {{title: string, unit: string, across: string, lines: {name: string, style: number, points: [number, number][]}[], log?: boolean, range?: [number, number]}} chart
 */
export const draw = (place, { title, unit, across, lines, log = false, range }) => {
  const scale = log ? Math.log10 : (value) => value;
  const shown = lines.map((line) => ({
    ...line,
    points: line.points.map(([x, y]) => [x, y === null ? NaN : scale(y)]).filter(([, y]) => Number.isFinite(y)),
  })).filter((line) => line.points.length > 0);
  const all = shown.flatMap((line) => line.points);
  const last = Math.max(1, ...all.map(([x]) => x));
  let [low, high] = range ?? [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))];
  if (all.length === 0) [low, high] = [0, 1];
  if (!range && !log) low = Math.min(0, low);
  if (high - low < 1e-9) high = low + 1;
  const x = (value) => left + ((width - left - right) * value) / last;
  const y = (value) => height - bottom - ((height - top - bottom) * (value - low)) / (high - low);
  const ends = shown.map((line) => `${line.name} ${short(log ? 10 ** line.points.at(-1)[1] : line.points.at(-1)[1])}`);
  const svg = element('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `${title}: ${ends.join(', ') || '–'}`, class: 'chart' });
  for (const tick of log ? powers(low, high) : steps(low, high)) {
    svg.append(element('line', { x1: left, x2: width - right, y1: y(tick), y2: y(tick), class: 'grid' }));
    svg.append(element('text', { x: left - 6, y: y(tick) + 4, 'text-anchor': 'end' }, log ? `1e${tick}` : short(tick)));
  }
  for (const tick of steps(0, last).filter((n) => Number.isInteger(n))) {
    svg.append(element('text', { x: x(tick), y: height - bottom + 15, 'text-anchor': 'middle' }, `${tick}`));
  }
  svg.append(element('text', { x: width - right, y: height - 2, 'text-anchor': 'end', class: 'unit' }, across));
  svg.append(element('text', { x: 4, y: top, class: 'unit' }, unit));
  for (const line of shown) {
    const d = line.points.map(([px, py], i) => `${i === 0 ? 'M' : 'L'}${x(px).toFixed(1)} ${y(Math.max(low, Math.min(high, py))).toFixed(1)}`).join(' ');
    svg.append(element('path', { d, class: `line s${line.style % 8}` }));
    const [endX, endY] = line.points.at(-1);
    svg.append(element('circle', { cx: x(endX), cy: y(Math.max(low, Math.min(high, endY))), r: 3, class: `end s${line.style % 8}` }));
  }
  const key = document.createElement('p');
  key.className = 'key';
  for (const line of lines) {
    const name = document.createElement('span');
    name.className = `key-name s${line.style % 8}`;
    name.textContent = line.name;
    key.append(name);
  }
  place.replaceChildren(svg, key);
};
