// The page: what is chosen, what is asked of the engine, and where the answers are shown.
import * as engine from './engine.js';
import * as words from './words.js';
import * as state from './state.js';
import * as graph from './graph.js';
import * as charts from './charts.js';
import * as tables from './tables.js';
import * as goals from './goals.js';
import * as plane from './plane.js';
import { scenes } from './scenes.js';
import { buildAtlas } from './atlas.js';
import { buildControls } from './controls.js';
import { offer, readOwn } from './files.js';
import { showTrace } from './trace.js';

const { say } = words;
const at = (id) => document.getElementById(id);
const resolution = 48;
const framePause = 22;

let chosen = state.read(location.hash);
let own = null;
let opened = null;
let points = null;
let drawing = null;
let layers = [];
let epochs = [];
let progress = null;
let playing = false;
let busy = Promise.resolve();

const page = () => chosen.page;
const row = () => Math.max(0, Math.min((opened?.rows ?? 1) - 1, Number(page().row ?? 1) - 1));
const axis = (name, usual) => Math.max(0, Math.min((opened?.axes.length ?? 1) - 1, Number(page()[name] ?? usual)));
const axes = () => {
  const x = axis('x', 0);
  const y = axis('y', 1);
  return x === y ? [x, (x + 1) % Math.max(2, opened.axes.length)] : [x, y];
};

const status = (text) => { at('status').textContent = text; };

const fail = (fault) => {
  playing = false;
  status('');
  const box = at('error');
  box.hidden = false;
  box.replaceChildren(tables.make('p', { class: 'what' }, fault.message));
  if (fault.where) box.append(tables.make('p', {}, fault.where));
  if (fault.advice) box.append(tables.make('p', {}, fault.advice));
  buttons();
};

const calm = () => { at('error').hidden = true; };

/** One thing after the other, and no error without a word. */
const queue = (work) => {
  busy = busy.then(work).catch(fail);
  return busy;
};

const buttons = () => {
  for (const id of ['quality', 'diagnosis', 'curve-flow', 'picked']) at(id).classList.toggle('stale', playing);
  const canGo = opened !== null && !progress?.over;
  at('play').disabled = !canGo;
  at('step').disabled = !canGo || playing;
  at('epoch').disabled = !canGo || playing;
  at('reset').disabled = opened === null;
  at('reseed').disabled = opened === null;
  at('play').firstElementChild.textContent = say(playing ? 'pause' : 'play');
};

const remember = () => {
  history.replaceState(null, '', state.write(chosen));
  at('link').value = location.href;
};

// Opening

const open = (model) => queue(async () => {
  playing = false;
  calm();
  status(say('preparing'));
  remember();
  const scene = JSON.stringify(state.sceneOf(chosen, own));
  const csv = own?.bytes ?? new Uint8Array(0);
  opened = null;
  buttons();
  opened = model ? await engine.ask('Continue', scene, csv, model) : await engine.ask('Open', scene, csv);
  opened.outputs = opened.network.at(-1).units;
  epochs = [];
  progress = null;
  layers = opened.network;
  fillAxes();
  const [x, y] = axes();
  points = opened.axes.length > 1 ? await engine.ask('Points', x, y) : null;
  drawing = graph.build(at('graph'), shapeOf(), { pick: pickWeight, units: changeUnits });
  graph.paintWeights(drawing, layers);
  fillEditor();
  tables.facts(at('parts'), [
    [say('data'), opened.source],
    [say('rowsOf'), say('partsOf', opened.training, opened.validation, opened.test)],
    [say('network'), opened.architecture],
    [say('parameters'), `${opened.parameters}`],
  ]);
  at('command').textContent = opened.commands.join('\n');
  at('trace-page').replaceChildren();
  for (const id of ['verdict', 'measures', 'confusion', 'wrong', 'diagnosis']) at(id).replaceChildren();
  at('row').max = opened.rows;
  await frame(0, false);
  status(say('ready'));
  buttons();
  await standing();
});

const shapeOf = () => ({
  inputs: opened.inputs,
  layers: opened.network,
  outputs: opened.classes === null ? [opened.target] : opened.outputs === 1 ? [opened.classes[1]] : opened.classes,
  isClass: opened.classes !== null,
});

const fillAxes = () => {
  const [x, y] = axes();
  for (const [id, place] of [['axis-x', x], ['axis-y', y]]) {
    at(id).replaceChildren(...opened.axes.map((name, i) => new Option(name, `${i}`, false, i === place)));
    at(id).value = `${place}`;
  }
};

// Frames

const known = () => {
  const last = epochs.at(-1);
  const hidden = state.hiddenOf(chosen);
  return {
    loss: last?.[1], 'validation-loss': last?.[2] ?? undefined, accuracy: last?.[3] ?? undefined, epochs: last?.[0] ?? 0,
    units: hidden.reduce((a, b) => a + b, 0), layers: hidden.length, parameters: opened?.parameters,
  };
};

/** Steps, and everything that is drawn after them. */
const frame = async (most, wholeEpochs, milliseconds = framePause) => {
  const [x, y] = axes();
  const size = opened.axes.length > 1 ? resolution : 1;
  const said = await engine.ask('Frame', most, milliseconds, wholeEpochs, epochs.at(-1)?.[0] ?? 0, x, opened.axes.length > 1 ? y : x, row(), size);
  progress = said;
  layers = said.network;
  epochs.push(...said.epochs);
  draw(opened.axes.length > 1 ? engine.mapsOf(said.maps, size) : null);
};

let lastMaps = null;

const draw = (maps) => {
  lastMaps = maps;
  at('count-epoch').textContent = `${progress.epoch}`;
  at('count-step').textContent = `${progress.steps}`;
  at('count-training').textContent = charts.short(epochs.at(-1)?.[1]);
  at('count-validation').textContent = charts.short(epochs.at(-1)?.[2]);
  graph.paintWeights(drawing, layers);
  if (maps) {
    graph.paintUnits(drawing, maps, resolution, inputMap);
    plane.paint(at('plane'), { opened, points, maps, resolution, row: row(), showsTest: at('show-test').checked });
    plane.legend(at('legend'), opened, points);
  }
  drawCurves();
  drawGoals();
};

/** What an input is over the plane, where it is one of the axes or made of them. */
const inputMap = (input) => {
  const name = opened.inputs[input];
  const [x, y] = axes();
  const centred = (place) => (2 * (place + 0.5)) / resolution - 1;
  if (name === opened.axes[x]) return (cx) => centred(cx);
  if (name === opened.axes[y]) return (cx, cy) => centred(cy);
  const made = { 'x1^2': (a) => 2 * a * a - 1, 'x2^2': (a, b) => 2 * b * b - 1, 'x1*x2': (a, b) => a * b, 'sin(x1)': (a) => Math.sin(3 * a), 'sin(x2)': (a, b) => Math.sin(3 * b) }[name];
  if (!made || own) return null;
  return (cx, cy) => (x === 0 ? made(centred(cx), centred(cy)) : made(centred(cy), centred(cx)));
};

const drawCurves = () => {
  const column = (i) => epochs.map((epoch) => [epoch[0], epoch[i]]);
  const has = (i) => epochs.some((epoch) => epoch[i] !== null);
  charts.draw(at('curve-loss'), {
    title: say('loss'), unit: say('loss'), across: say('epochs'),
    lines: [{ name: say('trainingRows'), style: 0, points: column(1) }, ...(has(2) ? [{ name: say('validationRows'), style: 1, points: column(2) }] : [])],
  });
  if (has(3)) {
    charts.draw(at('curve-accuracy'), {
      title: say('accuracy'), unit: say('accuracy'), across: say('epochs'), range: opened.classes ? [0, 1] : undefined,
      lines: [{ name: say('validationRows'), style: 1, points: column(3) }],
    });
  } else at('curve-accuracy').replaceChildren();
};

const drawGoals = () => {
  const { text, goals: wanted } = task();
  const judged = goals.judge(goals.parse(wanted), known());
  const box = at('challenge');
  box.hidden = text === '' && judged.length === 0;
  at('challenge-text').textContent = text;
  at('challenge-goals').replaceChildren(...judged.map((goal) =>
    tables.make('li', { class: goal.isReached ? 'reached' : 'open' }, `${goal.text}: ${say(goal.isReached ? 'reached' : 'open')}`)));
  const isSolved = judged.length > 0 && judged.every((goal) => goal.isReached);
  box.classList.toggle('solved', isSolved);
  return isSolved;
};

/** What takes longer than a picture may: looked at when training pauses. */
const standing = async () => {
  if (progress?.diverged) {
    // Its numbers have left their range: there is no answer to be judged, only what went wrong.
    for (const id of ['verdict', 'measures', 'confusion', 'wrong', 'picked']) at(id).replaceChildren();
  } else await judge();
  await diagnose();
};

const judge = async () => {
  const now = await engine.ask('Standing', row());
  const reports = Object.entries(now.reports).map(([name, report]) => [say(`${name}Rows`), report]);
  if (progress?.over && opened.test > 0) {
    const report = await engine.ask('Report');
    reports.unshift([say('testRows'), report]);
    at('verdict').replaceChildren(...[...report.verdicts, ...report.notes].map((text) => tables.make('p', { class: 'verdict' }, text)), tables.make('p', { class: 'small' }, say('testNote')));
  }
  tables.measures(at('measures'), reports);
  tables.confusion(at('confusion'), reports[0][1], `${say('confusion')}: ${reports[0][0]}`);
  if (opened.classes) tables.wrong(at('wrong'), now.wrong, now.wrongCount, pickRow);
  else at('wrong').replaceChildren();
  tables.facts(at('picked'), now.row.map(([name, text]) => [name === '=' ? say('actual') : name === '→' ? say('predicted') : name, text]));
};

const diagnose = async () => {
  if (progress && progress.epoch > 0 || progress?.diverged) {
    const found = await engine.ask('Diagnosis');
    tables.symptoms(at('diagnosis'), found.symptoms);
    const count = (found.flow[0]?.length ?? 1) - 1;
    charts.draw(at('curve-flow'), {
      title: say('flow'), unit: say('flowAxis'), across: say('epochs'), log: true,
      lines: Array.from({ length: count }, (_, l) => ({ name: `${say('layer')} ${l + 1}`, style: l, points: found.flow.map((epoch) => [epoch[0], epoch[l + 1] > 0 ? epoch[l + 1] : null]) })),
    });
  } else {
    at('diagnosis').replaceChildren(tables.make('p', {}, say('afterEpoch')));
    at('curve-flow').replaceChildren();
  }
};

const ended = async () => {
  playing = false;
  buttons();
  await standing();
  if (progress?.ending === 'diverged') {
    status(`${say('diverged')} ${progress.diverged}`);
  } else if (progress?.over) {
    status(progress.ending === 'early' ? say('endedEarly', progress.best) : say('endedEpochs'));
  } else status(drawGoals() ? say('solved') : say('paused'));
};

// Actions

const play = () => {
  if (playing) { playing = false; return; }
  playing = true;
  buttons();
  status(say('running'));
  queue(async () => {
    while (playing && !progress?.over) {
      const speed = page().speed ?? 'epoch';
      if (speed === 'step') await frame(1, false);
      else if (speed === 'epoch') await frame(100000, true, 250);
      else await frame(100000, false, 60);
      await new Promise(requestAnimationFrame);
    }
    await ended();
  });
};

const once = (wholeEpochs) => queue(async () => {
  await frame(wholeEpochs ? 1000000 : 1, wholeEpochs, 60000);
  await ended();
});

const pickRow = (picked) => {
  page().row = `${picked + 1}`;
  at('row').value = page().row;
  remember();
  queue(async () => { await frame(0, false); await standing(); });
};

const pickWeight = (layer, unit, input) => {
  at('edit-layer').value = `${layer}`;
  fillUnits();
  at('edit-unit').value = `${unit}`;
  at('edit-input').value = `${input}`;
  showWeight();
  at('edit-value').focus();
};

const fillEditor = () => {
  at('edit-layer').replaceChildren(...layers.map((_, l) => new Option(`${l + 1}`, `${l + 1}`)));
  fillUnits();
};

const fillUnits = () => {
  const l = Number(at('edit-layer').value || 1) - 1;
  at('edit-unit').replaceChildren(...Array.from({ length: layers[l].units }, (_, i) => new Option(`${i + 1}`, `${i + 1}`)));
  const names = l === 0 ? opened.inputs : Array.from({ length: layers[l].inputs }, (_, i) => `${say('unit')} ${i + 1}`);
  at('edit-input').replaceChildren(new Option(say('bias'), '0'), ...names.map((name, i) => new Option(name, `${i + 1}`)));
  at('edit-input').value = '1';
  showWeight();
};

const editor = () => [at('edit-layer'), at('edit-unit'), at('edit-input')].map((element) => Number(element.value));

const showWeight = () => {
  const [l, unit, input] = editor();
  const layer = layers[l - 1];
  at('edit-value').value = `${Number((input === 0 ? layer.biases[unit - 1] : layer.weights[(input - 1) * layer.units + unit - 1])?.toPrecision(6))}`;
};

const setWeight = () => queue(async () => {
  await engine.ask('Set', ...editor(), Number(at('edit-value').value), epochs.at(-1)?.[0] ?? 0);
  await frame(0, false);
  await ended();
});

const changeUnits = (layer, by) => {
  const hidden = state.hiddenOf(chosen);
  hidden[layer] = Math.max(1, Math.min(32, hidden[layer] + by));
  chosen.hidden = state.hiddenText(hidden);
  open();
};

const changeLayers = (by) => {
  const hidden = state.hiddenOf(chosen);
  if (by > 0 && hidden.length < 8) hidden.push(hidden.at(-1) ?? 4);
  if (by < 0) hidden.pop();
  chosen.hidden = state.hiddenText(hidden);
  open();
};

/** A scene is a state with a text; what the page itself was told stays. */
const chooseScene = (number) => {
  const scene = scenes[number - 1];
  const kept = { lang: page().lang, theme: page().theme };
  own = null;
  chosen = state.read(scene ? `#scene=${number}` : '');
  Object.assign(chosen.page, Object.fromEntries(Object.entries(kept).filter(([, value]) => value)));
  show();
  open();
};

/** What is to be done: that of the address, else that of the scene. */
const task = () => {
  const scene = scenes[Number(page().scene) - 1];
  return {
    text: page().challenge ?? scene?.text[words.languages.indexOf(words.language())] ?? '',
    goals: page().goals ?? scene?.goals ?? '',
  };
};

/** The controls as the state has them. */
const show = () => {
  words.choose(page().lang ?? 'en');
  engine.ask('Speak', words.language());
  document.documentElement.dataset.theme = page().theme ?? 'auto';
  words.sayAll();
  const place = words.languages.indexOf(words.language());
  at('scene').replaceChildren(new Option(say('scene0'), '0'), ...scenes.map((scene, i) => new Option(scene.title[place], `${i + 1}`)));
  at('scene').value = page().scene ?? '0';
  at('language').value = words.language();
  at('theme').value = page().theme ?? 'auto';
  at('speed').value = page().speed ?? 'epoch';
  at('row').value = page().row ?? '1';
  controls.show(chosen, own !== null);
  controls.hide((page().hide ?? '').split(',').filter((name) => name));
  atlas.show(chosen.activation);
  at('challenge-write').value = task().text;
  at('goals-write').value = task().goals;
  document.title = `Tiny.Nn ${say('playground')}`;
  remember();
  buttons();
};

const openModel = async (file) => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  queue(async () => {
    calm();
    const told = await engine.ask('Settings', bytes);
    const isToy = !own && told.source === `${chosen.toy}.csv` && told.target === 'class';
    if (!isToy && told.source !== own?.name) throw new engine.EngineError({ what: say('needsData', told.source), where: file.name, advice: say('openItsData') });
    for (const name of state.settingNames) {
      if (name in told.settings) chosen[name] = typeof state.usual[name] === 'number' ? Number(told.settings[name]) : told.settings[name];
    }
    show();
    open(bytes);
  });
};

let controls = null;
let atlas = null;

const build = (known) => {
  controls = buildControls(known, {
    change: (name, value) => {
      chosen[name] = value;
      if (name === 'toy') {
        own = null;
        chosen.noise = chosen.classes = null;
      }
      show();
      open();
    },
    hide: (names) => { page().hide = names.join(','); show(); },
  });
  atlas = buildAtlas({ at, queue, calm, page, remember }, known.functions);
  listen();
  show();
};

const listen = () => {
  at('play').addEventListener('click', play);
  at('step').addEventListener('click', () => once(false));
  at('epoch').addEventListener('click', () => once(true));
  at('reset').addEventListener('click', () => { playing = false; open(); });
  at('reseed').addEventListener('click', () => { playing = false; chosen.seed += 1; show(); open(); });
  at('layer-add').addEventListener('click', () => changeLayers(1));
  at('layer-remove').addEventListener('click', () => changeLayers(-1));
  at('edit-layer').addEventListener('change', fillUnits);
  at('edit-unit').addEventListener('change', showWeight);
  at('edit-input').addEventListener('change', showWeight);
  at('edit-set').addEventListener('click', setWeight);
  at('edit-value').addEventListener('keydown', (event) => { if (event.key === 'Enter') setWeight(); });
  at('scene').addEventListener('change', () => chooseScene(Number(at('scene').value)));
  at('language').addEventListener('change', () => { page().lang = at('language').value; show(); if (opened) open(); });
  at('theme').addEventListener('change', () => { page().theme = at('theme').value; show(); if (opened && progress) draw(lastMaps); });
  at('speed').addEventListener('change', () => { page().speed = at('speed').value; remember(); });
  for (const [id, name] of [['axis-x', 'x'], ['axis-y', 'y']]) {
    at(id).addEventListener('change', () => {
      page()[name] = at(id).value;
      remember();
      queue(async () => { points = await engine.ask('Points', ...axes()); fillAxes(); await frame(0, false); });
    });
  }
  at('row').addEventListener('change', () => pickRow(Math.max(1, Math.min(opened.rows, Number(at('row').value) || 1)) - 1));
  at('show-test').addEventListener('change', () => draw(lastMaps));
  plane.listen(at('plane'), () => ({ points, showsTest: at('show-test').checked, row: row() }), pickRow);
  at('show-trace').addEventListener('click', () => queue(async () => { calm(); showTrace(at('trace-page'), await engine.ask('Trace', row())); }));
  at('save-model').addEventListener('click', () => queue(async () => { calm(); offer(`${opened.source.replace(/\.[^.]*$/, '')}.tnn`, await engine.ask('Save')); }));
  at('save-data').addEventListener('click', () => queue(async () => { calm(); offer(opened.source, await engine.ask('Data')); }));
  at('save-export').addEventListener('click', () => queue(async () => {
    calm();
    const { files } = await engine.ask('Export', at('export').value);
    for (const file of files) offer(file.name, Uint8Array.from(atob(file.content), (letter) => letter.charCodeAt(0)));
  }));
  at('save-picture').addEventListener('click', () => queue(async () => {
    calm();
    const { svg } = await engine.ask('Picture', at('picture').value, ...axes());
    offer(`${at('picture').value}.svg`, svg, 'image/svg+xml');
  }));
  at('copy-command').addEventListener('click', () => copy(at('command').textContent));
  at('copy-link').addEventListener('click', () => copy(at('link').value));
  at('open-model').addEventListener('change', () => { const [file] = at('open-model').files; if (file) openModel(file); });
  at('challenge-write').addEventListener('input', () => { page().challenge = at('challenge-write').value; remember(); drawGoals(); });
  at('goals-write').addEventListener('input', () => { page().goals = at('goals-write').value; remember(); drawGoals(); });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { if (opened && progress) draw(lastMaps); });
  addEventListener('hashchange', () => { chosen = state.read(location.hash); own = null; show(); open(); });
  readOwn({ at, queue, calm, use: (data) => { own = data; chosen.page.x = chosen.page.y = chosen.page.row = undefined; show(); open(); } });
};

const copy = async (text) => {
  await navigator.clipboard.writeText(text);
  status(say('copied'));
};

words.choose(page().lang ?? 'en');
document.documentElement.dataset.theme = page().theme ?? 'auto';
words.sayAll();
status(say('loading'));
engine.start({ noWebAssembly: say('noWebAssembly'), noWorker: say('noWorker'), noEngine: say('noEngine'), useCommand: say('useCommand'), reload: say('reload') })
  .then(() => engine.ask('Known'))
  .then((known) => { build(known); return open(); })
  .catch(fail);
