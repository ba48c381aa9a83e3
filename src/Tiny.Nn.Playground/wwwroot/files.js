// Files that come in and go out. None of them leaves the page by any other way.
import * as engine from './engine.js';
import { say } from './words.js';
import { list, make } from './tables.js';

/** Hands a file to whoever sits before the page. */
export const offer = (name, content, type = 'application/octet-stream') => {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

const roles = ['', 'numeric', 'categorical', 'date', 'text', 'ignore', 'id'];
const switches = ['no-header', 'decimal-comma', 'thousands', 'short-rows'];

/** Names as the command reads a list of them. */
const nameList = (names) => names.map((name) => (/[",\r\n]/.test(name) || name.trim() !== name ? `"${name.replaceAll('"', '""')}"` : name)).join(',');

/** A file that is chosen, dropped or pasted: it is looked at, and used when its target is chosen. */
export const readOwn = ({ at, queue, calm, use }) => {
  let found = null;
  let chosenRoles = {};

  const reading = () => {
    const said = {};
    for (const role of roles.slice(1)) {
      const names = Object.keys(chosenRoles).filter((name) => chosenRoles[name] === role);
      if (names.length > 0) said[role] = nameList(names);
    }
    for (const name of switches) if (at(`read-${name}`).checked) said[name] = 'true';
    if (at('read-encoding').value !== 'utf-8') said.encoding = at('read-encoding').value;
    return said;
  };

  /** Columns first: what they are can be said even where the file cannot be read yet. */
  const look = () => queue(async () => {
    calm();
    const said = JSON.stringify(reading());
    const { columns } = await engine.ask('Columns', found.bytes, found.name, said);
    at('found').hidden = false;
    const target = columns.includes(at('target').value) ? at('target').value : columns.at(-1);
    at('target').replaceChildren(...columns.map((column) => new Option(column)));
    at('target').value = target;
    at('found-columns').replaceChildren(...columns.map((column) => {
      const select = make('select', { 'aria-label': `${column}: ${say('role')}` }, ...roles.map((role) => new Option(say(`role-${role}`), role)));
      select.value = chosenRoles[column] ?? '';
      select.addEventListener('change', () => { chosenRoles[column] = select.value; look(); });
      return make('tr', {}, make('th', { scope: 'row' }, column), make('td', {}, select));
    }));
    at('found-facts').textContent = found.name;
    list(at('found-findings'), []);
    const told = await engine.ask('Check', found.bytes, found.name, target, said);
    at('found-facts').textContent = `${told.source}: ${say('columnsOf', told.rows, told.columns.length)}`;
    list(at('found-findings'), [...told.schema, ...told.findings]);
  });

  const begin = (name, bytes) => {
    found = { name, bytes };
    chosenRoles = {};
    return look();
  };

  /** Whether there is room for a file is asked before it is read. */
  const lookAt = (file) => queue(async () => {
    calm();
    at('found').hidden = true;
    await engine.ask('Room', file.name, file.size);
    const bytes = new Uint8Array(await file.arrayBuffer());
    begin(file.name, bytes);
  });

  at('file').addEventListener('change', () => { const [file] = at('file').files; if (file) lookAt(file); });
  at('paste-read').addEventListener('click', () => begin('pasted.csv', new TextEncoder().encode(at('paste').value)));
  at('target').addEventListener('change', look);
  for (const name of switches) at(`read-${name}`).addEventListener('change', look);
  at('read-encoding').addEventListener('change', look);
  at('use').addEventListener('click', () => use({ ...found, target: at('target').value, reading: reading() }));
  for (const name of ['dragover', 'dragenter']) {
    document.addEventListener(name, (event) => { event.preventDefault(); at('drop').classList.add('over'); });
  }
  document.addEventListener('dragleave', () => at('drop').classList.remove('over'));
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    at('drop').classList.remove('over');
    const [file] = event.dataTransfer.files;
    if (file) { at('own').open = true; lookAt(file); }
  });
};
