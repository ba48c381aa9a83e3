// Goals of a challenge: "loss<0.05, units<=4".

const pattern = /^\s*([a-z-]+)\s*(<=|>=|<|>)\s*([0-9.eE+-]+)\s*$/;

const compare = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

export const measureNames = ['loss', 'validation-loss', 'accuracy', 'epochs', 'units', 'layers', 'parameters'];

/** The goals of a text; those that cannot be read are left out. */
export const parse = (text) =>
  (text ?? '').split(',').map((part) => part.match(pattern)).filter((found) => found && measureNames.includes(found[1]) && Number.isFinite(Number(found[3])))
    .map(([whole, name, sign, number]) => ({ text: whole.trim(), name, sign, number: Number(number) }));

/** Which goals are reached, by what is known now. */
export const judge = (goals, known) =>
  goals.map((goal) => ({ ...goal, isReached: Number.isFinite(known[goal.name]) && known.epochs > 0 && compare[goal.sign](known[goal.name], goal.number) }));
