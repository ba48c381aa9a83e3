// Activations with their derivatives, as the command "plot functions" draws them.
import * as engine from './engine.js';
import { offer } from './files.js';
import { say } from './words.js';

/** So wide a chart has to be that its letters can be read. */
const chartWidth = 320;

/** Shows what the address asks for, and has it changed. */
export const buildAtlas = ({ at, queue, calm, page, remember }, functions) => {
  let drawn = null;

  const columns = () => Math.max(1, Math.min(3, Math.floor(at('atlas-picture').clientWidth / chartWidth)));

  const draw = () => queue(async () => {
    calm();
    const all = page().function === 'all';
    drawn = await engine.ask('Functions', all ? '' : at('atlas-function').value, at('atlas-from').valueAsNumber, at('atlas-to').valueAsNumber, all ? columns() : Math.min(2, columns()));
    const picture = at('atlas-picture');
    if (picture.src) URL.revokeObjectURL(picture.src);
    picture.src = URL.createObjectURL(new Blob([drawn.svg], { type: 'image/svg+xml' }));
    picture.alt = drawn.title;
    picture.hidden = false;
    at('atlas-save').disabled = false;
  });

  for (const [id, name] of [['atlas-function', 'function'], ['atlas-from', 'from'], ['atlas-to', 'to']]) {
    at(id).addEventListener('change', () => { page()[name] = at(id).value; remember(); draw(); });
  }
  at('atlas').addEventListener('toggle', () => { if (at('atlas').open) draw(); });
  at('atlas-save').addEventListener('click', () => offer('functions.svg', drawn.svg, 'image/svg+xml'));

  return {
    /** The controls as the state has them; what is shown is drawn again, in the language that is spoken now. */
    show: (activation) => {
      at('atlas-function').replaceChildren(new Option(say('allFunctions'), 'all'), ...functions.map((name) => new Option(name)));
      at('atlas-function').value = page().function ?? activation;
      at('atlas-from').value = page().from ?? -5;
      at('atlas-to').value = page().to ?? 5;
      if (page().function) at('atlas').open = true;
      if (drawn && at('atlas').open) draw();
    },
  };
};
