namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>What picking a weight does: its chain rule shows, the others hide, and the ways from it to the loss light up.</summary>
internal static class TraceScript
{
    internal const string Text = """

        (function () {
          'use strict';
          var box = document.getElementById('chains');
          var panels = Array.from(box.querySelectorAll('.chain'));
          var links = Array.from(document.querySelectorAll('a[data-pick]'));
          var lines = Array.from(document.querySelectorAll('.weight'));
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
          document.addEventListener('click', function (event) {
            var link = event.target.closest('a[data-pick]');
            if (link) {
              event.preventDefault();
              pick(link.dataset.pick);
            }
          });
          if (!pick(location.hash.slice(1))) { pick(box.dataset.first); }
        })();

        """;
}
