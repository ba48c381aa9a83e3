// The network from left to right: a map for every unit, a line for every weight, as thick as it is large.
import { say } from './words.js';
import { paintUnit, paintInput } from './paint.js';
import { short } from './charts.js';

const ns = 'http://www.w3.org/2000/svg';
const mostUnits = 10;
const unitSize = 44;
const gap = 14;
const column = 118;
const head = 34;

const svgElement = (name, attributes) => {
  const made = document.createElementNS(ns, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

const button = (text, label, action, control) => {
  const made = document.createElement('button');
  made.textContent = text;
  made.className = 'unit-button';
  made.setAttribute('aria-label', label);
  made.dataset.control = control;
  made.addEventListener('click', action);
  return made;
};

/**
 * Draws the units and lines anew: the network has another shape.
 * @param {{inputs: string[], outputs: string[], layers: {units: number}[], hidden: number[]}} shape
 * @param {{pick: (layer: number, unit: number, input: number) => void, units: (layer: number, by: number) => void}} actions
 */
export const build = (place, shape, actions) => {
  const columns = [shape.inputs, ...shape.layers.map((layer, l) => (l === shape.layers.length - 1 ? shape.outputs : Array.from({ length: layer.units }, (_, i) => `${i + 1}`)))];
  const shown = columns.map((names) => names.slice(0, mostUnits));
  const tallest = Math.max(...shown.map((names) => names.length));
  const high = head + tallest * (unitSize + gap) + 20;
  const wide = (columns.length - 1) * column + unitSize + 120;
  const box = document.createElement('div');
  box.className = 'graph-box';
  box.style.width = `${wide}px`;
  box.style.height = `${high}px`;
  const lines = svgElement('svg', { width: wide, height: high, class: 'links', 'aria-hidden': 'true' });
  box.append(lines);
  const x = (c) => 70 + c * column;
  const y = (c, i) => head + ((tallest - shown[c].length) * (unitSize + gap)) / 2 + i * (unitSize + gap);
  const links = [];
  for (let c = 1; c < columns.length; c++) {
    for (let i = 0; i < shown[c].length; i++) {
      for (let j = 0; j < shown[c - 1].length; j++) {
        const [x1, y1, x2, y2] = [x(c - 1) + unitSize, y(c - 1, j) + unitSize / 2, x(c), y(c, i) + unitSize / 2];
        const middle = (x1 + x2) / 2;
        const d = `M${x1} ${y1} C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
        const seen = svgElement('path', { d, class: 'weight' });
        const reach = svgElement('path', { d, class: 'reach' });
        reach.append(svgElement('title', {}));
        reach.addEventListener('click', () => actions.pick(c, i + 1, j + 1));
        lines.append(seen, reach);
        links.push({ seen, reach, layer: c - 1, unit: i, input: j });
      }
    }
  }
  const canvases = [];
  columns.forEach((names, c) => {
    const isHidden = c > 0 && c < columns.length - 1;
    if (isHidden) {
      const buttons = document.createElement('div');
      buttons.className = 'unit-buttons';
      buttons.style.left = `${x(c) - 12}px`;
      buttons.append(
        button('−', `${say('removeUnit')} ${c}`, () => actions.units(c - 1, -1), 'layers'),
        button('+', `${say('addUnit')} ${c}`, () => actions.units(c - 1, 1), 'layers'),
      );
      box.append(buttons);
    }
    shown[c].forEach((name, i) => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = unitSize;
      canvas.style.left = `${x(c)}px`;
      canvas.style.top = `${y(c, i)}px`;
      canvas.className = 'unit';
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', c === 0 ? name : `${say('layer')} ${c}, ${say('unit')} ${name}`);
      if (c > 0) canvas.addEventListener('click', () => actions.pick(c, i + 1, 0));
      box.append(canvas);
      canvases.push({ canvas, column: c, unit: i });
      if (!isHidden) {
        const label = document.createElement('span');
        label.className = c === 0 ? 'unit-name before' : 'unit-name after';
        label.textContent = name;
        label.title = name;
        label.style.top = `${y(c, i)}px`;
        if (c > 0) label.style.left = `${x(c) + unitSize + 6}px`;
        box.append(label);
      }
    });
    if (names.length > mostUnits) {
      const rest = document.createElement('span');
      rest.className = 'unit-rest';
      rest.textContent = say('more', names.length - mostUnits);
      rest.style.left = `${x(c) - 20}px`;
      rest.style.top = `${y(c, mostUnits - 1) + unitSize + 2}px`;
      box.append(rest);
    }
  });
  const note = document.createElement('p');
  note.className = 'small';
  note.textContent = say('weightsNote');
  const scroll = document.createElement('div');
  scroll.className = 'scroll';
  scroll.tabIndex = 0;
  scroll.setAttribute('role', 'group');
  scroll.setAttribute('aria-label', say('graph'));
  scroll.append(box);
  place.replaceChildren(scroll, note);
  return { links, canvases, shape };
};

/** Lines as thick as their weights are now. */
export const paintWeights = ({ links, canvases }, layers) => {
  const largest = layers.map(({ weights }) => Math.max(1e-9, ...weights.map((w) => Math.abs(w ?? 0))));
  for (const { seen, reach, layer, unit, input } of links) {
    const weight = layers[layer].weights[input * layers[layer].units + unit] ?? 0;
    seen.style.strokeWidth = `${0.6 + (5.4 * Math.abs(weight)) / largest[layer]}px`;
    seen.classList.toggle('negative', weight < 0);
    reach.firstChild.textContent = `w${layer + 1}-${unit + 1}-${input + 1} = ${short(weight)}`;
  }
  for (const { canvas, column, unit } of canvases) {
    if (column > 0) canvas.title = `${say('bias')} ${short(layers[column - 1].biases[unit])}`;
  }
};

/**
 * Maps of the hidden units and outputs.
 * @param {Float32Array[]} maps outputs, then units layer by layer
 * @param {(input: number) => ((x: number, y: number) => number) | null} inputMap what an input is at a place from 0 to 1, where that is known
 */
export const paintUnits = ({ canvases, shape }, maps, resolution, inputMap) => {
  const outputs = shape.layers.at(-1).units;
  const starts = [];
  let start = outputs;
  for (const layer of shape.layers.slice(0, -1)) {
    starts.push(start);
    start += layer.units;
  }
  for (const { canvas, column, unit } of canvases) {
    if (column === 0) {
      const of = inputMap(unit);
      if (of) paintInput(canvas, of, resolution);
    } else if (column === shape.layers.length) {
      paintUnit(canvas, centred(maps[Math.min(unit, outputs - 1)], shape), resolution);
    } else {
      paintUnit(canvas, maps[starts[column - 1] + unit], resolution);
    }
  }
};

/** Probabilities are shown around ½, numbers around their mean. */
const centred = (map, shape) => {
  const middle = shape.isClass ? 0.5 : map.reduce((sum, value) => sum + value, 0) / map.length;
  return map.map((value) => value - middle);
};
