// Says so where the page's own modules cannot be loaded, or the browser is too old to read them: main.js, which says everything else, does not run then.
addEventListener('error', function () {
  if (document.documentElement.dataset.theme) return;
  var box = document.getElementById('error');
  box.hidden = false;
  box.textContent = 'The page could not be loaded in whole: load it once more, or take another browser. '
    + 'ページを最後まで読み込めませんでした。再読み込みするか、別のブラウザーを使ってください。';
}, true);
