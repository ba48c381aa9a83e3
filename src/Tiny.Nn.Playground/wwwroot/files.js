// Files that come in and go out. None of them leaves the page by any other way.
import * as engine from './engine.js';
import { say } from './words.js';
import { list } from './tables.js';

const mostBytes = 20_000_000;

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

/** A file that is chosen, dropped or pasted: it is looked at, and used when its target is chosen. */
export const readOwn = ({ at, queue, calm, use }) => {
  let found = null;

  const check = async (target) => {
    const told = await engine.ask('Check', found.bytes, found.name, target);
    at('found').hidden = false;
    at('found-facts').textContent = `${told.source}: ${say('columnsOf', told.rows, told.columns.length)}`;
    list(at('found-schema'), told.schema);
    list(at('found-findings'), told.findings);
    return told;
  };

  const look = (name, bytes) => queue(async () => {
    calm();
    at('found').hidden = true;
    if (bytes.length > mostBytes) {
      throw new engine.EngineError({ what: say('tooLarge', name, Math.round(bytes.length / 1e6)), where: name, advice: say('trainInCommand', name) });
    }
    found = { name, bytes };
    const told = await check('');
    at('target').replaceChildren(...told.columns.map((column) => new Option(column)));
    at('target').value = told.columns.at(-1);
    await check(at('target').value);
  });

  const lookAt = async (file) => {
    if (file.size > mostBytes) look(file.name, { length: file.size });
    else look(file.name, new Uint8Array(await file.arrayBuffer()));
  };

  at('file').addEventListener('change', () => { const [file] = at('file').files; if (file) lookAt(file); });
  at('paste-read').addEventListener('click', () => look('pasted.csv', new TextEncoder().encode(at('paste').value)));
  at('target').addEventListener('change', () => queue(async () => { calm(); await check(at('target').value); }));
  at('use').addEventListener('click', () => use({ ...found, target: at('target').value }));
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
