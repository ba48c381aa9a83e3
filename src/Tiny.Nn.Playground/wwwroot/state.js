// What is chosen on the page, and how the address holds it: everything but a file of one's own.
import { scenes } from './scenes.js';

export const usual = {
  toy: 'circles', rows: 300, noise: null, classes: null, 'data-seed': 1, inputs: 'x1,x2',
  hidden: '4,2', activation: 'tanh', optimizer: 'adam', 'learning-rate': 0.01, schedule: 'constant', 'batch-size': 10,
  l1: 0, l2: 0, dropout: 0, normalization: 'none', scale: 'standard', epochs: 300, patience: 30, validation: 0.15, test: 0.2, seed: 1,
};

/** The settings that go to the engine, by the names that they have on the command line. */
export const settingNames = [
  'hidden', 'activation', 'normalization', 'dropout', 'optimizer', 'learning-rate', 'schedule', 'batch-size', 'l1', 'l2', 'scale',
  'epochs', 'patience', 'validation', 'test', 'seed',
];

const numbers = new Set(['rows', 'noise', 'classes', 'data-seed', 'learning-rate', 'batch-size', 'l1', 'l2', 'dropout', 'epochs', 'patience', 'validation', 'test', 'seed']);
const pageNames = ['x', 'y', 'row', 'speed', 'hide', 'challenge', 'goals', 'lang', 'theme', 'scene', 'function', 'from', 'to'];

const given = (hash) => new URLSearchParams(hash.replace(/^#/, ''));

/** What holds where nothing is said: of a scene, what it begins with. */
const baseOf = (scene) => apply({ ...usual, page: {} }, given(scenes[Number(scene) - 1]?.state ?? ''));

const apply = (state, params) => {
  for (const [name, text] of params) {
    if (pageNames.includes(name)) state.page[name] = text;
    else if (numbers.has(name) && text !== '' && Number.isFinite(Number(text))) state[name] = Number(text);
    else if (name in usual && !numbers.has(name)) state[name] = text;
  }
  return state;
};

export const read = (hash) => {
  const params = given(hash);
  return apply(baseOf(params.get('scene')), params);
};

/** Only what differs from what holds anyway stands in the address. */
export const write = (state) => {
  const params = new URLSearchParams();
  const base = baseOf(state.page.scene);
  for (const name of Object.keys(usual)) {
    if (state[name] !== base[name] && state[name] !== null) params.set(name, `${state[name]}`);
  }
  for (const name of pageNames) {
    if (state.page[name] && state.page[name] !== base.page[name]) params.set(name, state.page[name]);
  }
  return `#${params}`;
};

/** A scene as the engine reads it. Which settings have to be said on a command line is known there. */
export const sceneOf = (state, own) => {
  const settings = Object.fromEntries(settingNames.map((name) => [name, `${state[name]}`]));
  if (own) return { file: own.name, target: own.target, reading: own.reading, settings };
  const scene = { toy: state.toy, rows: state.rows, seed: state['data-seed'], inputs: state.inputs.split(','), settings };
  if (state.noise !== null) scene.noise = state.noise;
  if (state.classes !== null) scene.classes = state.classes;
  return scene;
};

export const hiddenOf = (state) => (state.hidden === 'none' ? [] : state.hidden.split(',').map(Number));
export const hiddenText = (layers) => (layers.length === 0 ? 'none' : layers.join(','));
