// Measures, confusion and findings as tables and lists.
import { say } from './words.js';
import { short } from './charts.js';

export const make = (name, attributes = {}, ...content) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'class') made.className = value;
    else if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value);
  }
  made.append(...content);
  return made;
};

/** Names and values. */
export const facts = (place, pairs) =>
  place.replaceChildren(...pairs.map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, value))));

/** One column for each report, a row for each measure that all of them have. */
export const measures = (place, reports) => {
  if (reports.length === 0) return place.replaceChildren();
  const head = make('tr', {}, make('th', { scope: 'col' }, say('measure')), ...reports.map(([name]) => make('th', { scope: 'col', class: 'number' }, name)));
  const rows = reports[0][1].measures.map((measure, i) =>
    make('tr', {}, make('th', { scope: 'row' }, measure.name), ...reports.map(([, report]) => make('td', { class: 'number' }, short(report.measures[i]?.value)))));
  return place.replaceChildren(make('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': say('quality') }, make('table', {}, make('thead', {}, head), make('tbody', {}, ...rows))));
};

export const confusion = (place, report, title) => {
  if (!report?.confusion || report.classes.length > 12) return place.replaceChildren();
  const head = make('tr', {}, make('th', { scope: 'col' }, say('confusion')), ...report.classes.map((name) => make('th', { scope: 'col', class: 'number' }, name)));
  const rows = report.confusion.map((counts, actual) => {
    const sum = counts.reduce((a, b) => a + b, 0) || 1;
    return make('tr', {}, make('th', { scope: 'row' }, report.classes[actual]), ...counts.map((count, said) => {
      const cell = make('td', { class: actual === said ? 'number right' : count > 0 ? 'number mistaken' : 'number' }, `${count}`);
      cell.style.setProperty('--share', `${Math.round((100 * count) / sum)}%`);
      return cell;
    }));
  });
  return place.replaceChildren(make('h3', {}, title), make('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': title }, make('table', { class: 'confusion' }, make('thead', {}, head), make('tbody', {}, ...rows))));
};

/** Rows that the network gets wrong, each a button that picks it. */
export const wrong = (place, rows, count, pick) => {
  const list = rows.map(({ row, actual, predicted }) =>
    make('button', { class: 'link', onclick: () => pick(row) }, `${row + 1}: ${actual} → ${predicted}`));
  place.replaceChildren(
    make('h3', {}, `${say('wrongRows')}: ${count}`),
    make('p', { class: 'buttons-list' }, ...(list.length ? list : [say('noneWrong')])),
  );
};

export const symptoms = (place, found) => {
  if (found.length === 0) return place.replaceChildren(make('p', {}, say('nothingWrong')));
  return place.replaceChildren(...found.map(({ title, evidence, advice }) =>
    make('div', { class: 'symptom' }, make('p', { class: 'symptom-title' }, title), make('p', {}, `${say('evidence')}: ${evidence}`), make('p', {}, `${say('advice')}: ${advice}`))));
};

export const list = (place, texts) => place.replaceChildren(...texts.map((text) => make('li', {}, text)));
