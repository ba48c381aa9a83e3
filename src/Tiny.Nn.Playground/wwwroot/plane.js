// The plane: what the network says everywhere, and where the rows lie.
import { say } from './words.js';
import { answerColour, classColour, paintAnswers, signed, isDark } from './paint.js';
import { make } from './tables.js';
import { short } from './charts.js';

const inside = (canvas, points, [x, y]) => [
  ((x - points.x.low) / (points.x.high - points.x.low)) * canvas.width,
  canvas.height - ((y - points.y.low) / (points.y.high - points.y.low)) * canvas.height,
];

const spread = (axis, value, rowNumber, stride) =>
  axis.levels.length === 0 ? value : value + 0.6 * (((rowNumber * stride) % 1) - 0.5);

const placed = (points, [x, y, , , rowNumber]) => [spread(points.x, x, rowNumber, 0.618034), spread(points.y, y, rowNumber, 0.754878)];

/** Shapes differ with the class, so that the picture reads without colour. */
const outline = (context, kind, x, y, size) => {
  context.beginPath();
  if (kind === 1) context.rect(x - size, y - size, 2 * size, 2 * size);
  else if (kind === 2) { context.moveTo(x, y - size * 1.3); context.lineTo(x + size * 1.2, y + size); context.lineTo(x - size * 1.2, y + size); context.closePath(); }
  else if (kind === 3) { context.moveTo(x, y - size * 1.4); context.lineTo(x + size * 1.4, y); context.lineTo(x, y + size * 1.4); context.lineTo(x - size * 1.4, y); context.closePath(); }
  else context.arc(x, y, size * 1.1, 0, 2 * Math.PI);
};

export const paint = (canvas, { opened, points, maps, resolution, row, showsTest }) => {
  const answers = maps.slice(0, opened.outputs);
  paintAnswers(canvas, answers, resolution, answerColour(opened, points));
  const context = canvas.getContext('2d');
  const half = (points.high - points.low) / 2 || 1;
  const middle = (points.high + points.low) / 2;
  for (const point of points.points) {
    const [, , value, part, number] = point;
    if (part === 2 && !showsTest) continue;
    const [x, y] = inside(canvas, points, placed(points, point));
    const colour = opened.classes ? classColour(value) : `rgb(${signed((value - middle) / half).join(',')})`;
    outline(context, opened.classes ? value % 4 : 0, x, y, 3.6);
    context.fillStyle = part === 0 ? colour : isDark() ? '#14181d' : '#ffffff';
    context.strokeStyle = part === 0 ? (isDark() ? '#14181d' : '#ffffff') : colour;
    context.lineWidth = part === 0 ? 1 : 1.8;
    context.fill();
    context.stroke();
    if (part === 2) { context.beginPath(); context.moveTo(x - 2, y); context.lineTo(x + 2, y); context.stroke(); }
    if (number === row) {
      context.beginPath();
      context.arc(x, y, 9, 0, 2 * Math.PI);
      context.strokeStyle = isDark() ? '#ffffff' : '#000000';
      context.lineWidth = 2;
      context.stroke();
    }
  }
  canvas.setAttribute('aria-label', `${say('answer')}: ${points.x.name} × ${points.y.name}, ${opened.target}; ${points.points.length} ${say('rowsOf')}`);
};

/** Which colour and shape stand for what, and how far the axes go. */
export const legend = (place, opened, points) => {
  const axis = (name, { name: title, low, high, levels }) => make('p', {}, `${name}: ${title} ${levels.length ? `(${levels.join(', ')})` : `${short(low)} … ${short(high)}`}`);
  const shapes = ['●', '■', '▲', '◆'];
  const classes = (opened.classes ?? []).slice(0, 10).map((name, code) => {
    const mark = make('span', { class: 'mark', 'aria-hidden': 'true' }, shapes[code % 4]);
    mark.style.color = classColour(code);
    return make('span', { class: 'class' }, mark, ` ${name}`);
  });
  const numbers = opened.classes ? [] : [make('p', {}, `${opened.target}: ${short(points.low)} … ${short(points.high)}`)];
  place.replaceChildren(make('p', { class: 'classes' }, ...classes), ...numbers, axis(say('across'), points.x), axis(say('up'), points.y));
};

/** A click picks the nearest row; arrow keys go from row to row. */
export const listen = (canvas, now, pick) => {
  canvas.addEventListener('click', (event) => {
    const { points, showsTest } = now();
    const box = canvas.getBoundingClientRect();
    const x = ((event.clientX - box.left) * canvas.width) / box.width;
    const y = ((event.clientY - box.top) * canvas.height) / box.height;
    let best = null;
    for (const point of points.points) {
      if (point[3] === 2 && !showsTest) continue;
      const [px, py] = inside(canvas, points, placed(points, point));
      const distance = (px - x) ** 2 + (py - y) ** 2;
      if (best === null || distance < best.distance) best = { distance, row: point[4] };
    }
    if (best) pick(best.row);
  });
  canvas.addEventListener('keydown', (event) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const { points, showsTest, row } = now();
    const rows = points.points.filter((point) => point[3] !== 2 || showsTest).map((point) => point[4]);
    const place = rows.findIndex((number) => number >= row);
    pick(rows[(place + by + rows.length) % rows.length]);
  });
};
