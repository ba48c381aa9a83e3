// A click on a weight shows how its derivative came about, and hides the others; a link can name one. In the pages that trace writes and in the playground alike.
function pickWeights(root, first) {
  'use strict';
  var box = root.querySelector('#chains');
  var panels = Array.from(box.querySelectorAll('.chain'));
  var links = Array.from(root.querySelectorAll('a[data-pick]'));
  var lines = Array.from(root.querySelectorAll('.weight'));
  function pick(name) {
    var chosen = panels.find(function (panel) { return panel.id === name; });
    if (!chosen) { return false; }
    panels.forEach(function (panel) { panel.hidden = panel !== chosen; });
    links.forEach(function (link) {
      var isPicked = link.dataset.pick === name;
      link.classList.toggle('picked', isPicked);
      if (isPicked) { link.setAttribute('aria-current', 'true'); } else { link.removeAttribute('aria-current'); }
    });
    lines.forEach(function (line) {
      var behind = Number(line.dataset.layer) - Number(chosen.dataset.layer);
      var isWay = behind === 1 ? line.dataset.input === chosen.dataset.unit : Math.sign(behind - 1) === 1;
      line.classList.toggle('way', isWay);
      var isPicked = line.dataset.pick === name;
      line.classList.toggle('picked', isPicked);
      line.classList.toggle('dim', !(isWay || isPicked));
    });
    return true;
  }
  root.addEventListener('click', function (event) {
    var link = event.target.closest('a[data-pick]');
    if (link) {
      event.preventDefault();
      pick(link.dataset.pick);
    }
  });
  if (!pick(first)) { pick(box.dataset.first); }
}
