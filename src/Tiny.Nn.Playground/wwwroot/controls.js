// The controls of data and settings: what they can be, and how they follow the state.
import { say } from './words.js';
import { make } from './tables.js';

let toys = {};
let inputs = [];

/** What the engine knows, and what it asks the page to offer of it. */
const choices = {
  schedule: ['constant', 'cosine', 'one-cycle', 'plateau:5:0.5', 'exponential:0.98', 'warm-up:5:cosine'],
  normalization: ['none', 'batch', 'layer'],
  scale: ['standard', 'none', 'robust', 'quantile'],
};

const fields = [
  ['optimizer'], ['learning-rate', 0.000001, 1000, 'any'], ['schedule'], ['batch-size', 1, 5000, 1], ['l2', 0, 10, 'any'], ['l1', 0, 10, 'any'],
  ['dropout', 0, 0.9, 0.05], ['normalization'], ['scale'], ['epochs', 1, 5000, 1], ['patience', 1, 5000, 1], ['validation', 0, 0.8, 0.05], ['test', 0, 0.8, 0.05], ['seed', 0, 1000000, 1],
];

/** What a teacher can hide. */
const hideable = ['data', 'rows', 'classes', 'noise', 'data-seed', 'own', 'inputs', 'layers', 'weights', 'axes', 'settings', 'speed', 'open', 'functions', 'teacher'];
const names = { settings: 'settings', layers: 'network', weights: 'editWeight', own: 'own', open: 'openModel', axes: 'answer', 'data-seed': 'dataSeed', inputs: 'inputs' };

const titles = { epochs: 'epochsMost' };

export const buildControls = (known, { change, hide }) => {
  toys = Object.fromEntries(known.toys.map((toy) => [toy.name, toy]));
  inputs = known.inputs;
  choices.activation = known.activations;
  choices.optimizer = known.optimizers;
  const at = (id) => document.getElementById(id);
  const toyBoxes = Object.keys(toys).map((name) => {
    const input = make('input', { type: 'radio', name: 'toy', value: name, id: `toy-${name}` });
    input.addEventListener('change', () => change('toy', name));
    return [make('label', { class: 'pill' }, input, ` ${name}`), input];
  });
  at('toys').append(...toyBoxes.map(([label]) => label));
  const inputBoxes = inputs.map((name) => {
    const input = make('input', { type: 'checkbox', value: name });
    input.addEventListener('change', () => {
      const left = inputBoxes.filter(([, box]) => box.checked).map(([, box]) => box.value);
      if (left.length === 0) input.checked = true;
      else change('inputs', left.join(','));
    });
    return [make('label', { class: 'pill' }, input, ` ${name}`), input];
  });
  at('inputs').append(...inputBoxes.map(([label]) => label));
  for (const [id, name] of [['rows', 'rows'], ['classes', 'classes'], ['noise', 'noise'], ['data-seed', 'data-seed']]) {
    at(id).addEventListener('change', () => change(name, at(id).value === '' ? null : Number(at(id).value)));
  }
  at('activation').replaceChildren(...choices.activation.map((name) => new Option(name)));
  at('activation').addEventListener('change', () => change('activation', at('activation').value));
  const settingBoxes = fields.map(([name, least, most, step]) => {
    const title = make('span', { 'data-say': titles[name] ?? name });
    const input = choices[name] ? make('select', {}, ...choices[name].map((value) => new Option(value))) : make('input', { type: 'number', min: least, max: most, step });
    input.id = `set-${name}`;
    input.addEventListener('change', () => change(name, choices[name] ? input.value : Number(input.value)));
    at('settings-fields').append(make('label', { 'data-control': 'settings' }, title, ' ', input));
    return [name, input];
  });
  const hideBoxes = hideable.map((name) => {
    const input = make('input', { type: 'checkbox', value: name });
    input.addEventListener('change', () => hide(hideBoxes.filter(([, box]) => box.checked).map(([, box]) => box.value)));
    return [make('label', { class: 'pill' }, input, ' ', make('span', { 'data-say': names[name] ?? name })), input];
  });
  at('hide').append(...hideBoxes.map(([label]) => label));

  /** An option that the address brought and the list has not. */
  const choose = (select, value) => {
    if (![...select.options].some((option) => option.value === value)) select.append(new Option(value));
    select.value = value;
  };

  return {
    show: (state, isOwn) => {
      for (const [, input] of toyBoxes) input.checked = !isOwn && input.value === state.toy;
      const used = state.inputs.split(',');
      for (const [, input] of inputBoxes) input.checked = used.includes(input.value);
      at('inputs-box').hidden = isOwn;
      at('rows').value = state.rows;
      at('classes').value = state.classes ?? toys[state.toy]?.classes ?? 2;
      at('classes').disabled = !toys[state.toy]?.hasAnyClasses;
      at('noise').value = state.noise ?? toys[state.toy]?.noise ?? '';
      at('data-seed').value = state['data-seed'];
      choose(at('activation'), state.activation);
      for (const [name, input] of settingBoxes) {
        if (choices[name]) choose(input, `${state[name]}`);
        else input.value = state[name];
      }
    },
    hide: (hidden) => {
      for (const element of document.querySelectorAll('[data-control]')) element.classList.toggle('hidden', hidden.includes(element.dataset.control));
      for (const [, box] of hideBoxes) box.checked = hidden.includes(box.value);
    },
  };
};
