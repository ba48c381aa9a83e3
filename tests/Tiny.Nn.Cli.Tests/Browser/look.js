// What a reader would stumble over in the page as it stands: {texts, wide, overlaps, pale}. Each of the last three lists offenders in words.
(function () {
  'use strict';
  var root = document.documentElement;
  var texts = [];

  function isShown(element) {
    if (element.closest('title, style, script, head, defs')) { return false; }
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  }

  function shorten(text) {
    var plain = text.replace(/\s+/g, ' ').trim();
    return plain.length > 48 ? plain.slice(0, 47) + '…' : plain;
  }

  // Letters do not fill their line: what has ink is nearly as high as the font is large.
  function inked(box, size) {
    var middle = (box.top + box.bottom) / 2;
    var half = Math.min(0.4 * size, (box.bottom - box.top) / 2);
    return { left: box.left, right: box.right, top: middle - half, bottom: middle + half };
  }

  function placed(element, box) {
    var matrix = element.getScreenCTM();
    var corners = [[box.left, box.top], [box.right, box.top], [box.left, box.bottom], [box.right, box.bottom]].map(function (corner) {
      return new DOMPoint(corner[0], corner[1]).matrixTransform(matrix);
    });
    var x = corners.map(function (corner) { return corner.x; });
    var y = corners.map(function (corner) { return corner.y; });
    return { left: Math.min.apply(null, x), right: Math.max.apply(null, x), top: Math.min.apply(null, y), bottom: Math.max.apply(null, y) };
  }

  function sizeOf(element) { return parseFloat(getComputedStyle(element).fontSize); }

  function add(element, words, box) {
    texts.push({ element: element, words: shorten(words), box: box, index: texts.length });
  }

  document.querySelectorAll('text').forEach(function (element) {
    if (!isShown(element) || element.textContent.trim() === '') { return; }
    var box = element.getBBox();
    var local = { left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height };
    add(element, element.textContent, placed(element, inked(local, sizeOf(element))));
  });
  if (document.body) {
    var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      var node = walker.currentNode;
      if (node.data.trim() === '' || node.parentElement.closest('svg') || !isShown(node.parentElement)) { continue; }
      var range = document.createRange();
      range.selectNodeContents(node);
      Array.from(range.getClientRects()).forEach(function (box) {
        if (box.width > 0) { add(node.parentElement, node.data, inked(box, sizeOf(node.parentElement))); }
      });
    }
  }

  // Overlaps: texts with texts, with the keys of a legend and other marks, and with the rims of a network's units.
  var overlaps = [];
  var slack = 1;
  function shared(a, b) {
    var wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    var high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return wide > slack && high > slack;
  }
  var sorted = texts.slice().sort(function (a, b) { return a.box.top - b.box.top; });
  sorted.forEach(function (first, i) {
    for (var j = i + 1; j < sorted.length && sorted[j].box.top < first.box.bottom; j++) {
      if (shared(first.box, sorted[j].box)) { overlaps.push('“' + first.words + '” and “' + sorted[j].words + '”'); }
    }
  });
  // Letters with a rim in the colour of the paper are made to stand on things.
  var bare = texts.filter(function (text) { return !/stroke/.test(getComputedStyle(text.element).paintOrder); });
  document.querySelectorAll('circle, path, line, polyline, polygon').forEach(function (shape) {
    var box = shape.getBBox();
    if (/unit|grid|axis|weight|reach|right/.test(shape.getAttribute('class')) || box.width > 30 || box.height > 20) { return; }
    var seen = placed(shape, { left: box.x, right: box.x + box.width, top: box.y - 1, bottom: box.y + box.height + 1 });
    bare.forEach(function (text) {
      if (shared(text.box, seen)) { overlaps.push('“' + text.words + '” and a ' + shape.tagName + ' ' + shape.getAttribute('class')); }
    });
  });
  document.querySelectorAll('circle.unit').forEach(function (circle) {
    var rim = circle.getBoundingClientRect();
    var x = (rim.left + rim.right) / 2;
    var y = (rim.top + rim.bottom) / 2;
    var radius = rim.width / 2;
    texts.forEach(function (text) {
      var nearest = Math.hypot(
        Math.max(text.box.left - x, 0, x - text.box.right), Math.max(text.box.top - y, 0, y - text.box.bottom));
      var farthest = Math.hypot(
        Math.max(x - text.box.left, text.box.right - x), Math.max(y - text.box.top, text.box.bottom - y));
      if (radius - nearest > slack && farthest - radius > slack) { overlaps.push('“' + text.words + '” and the rim of a unit'); }
    });
  });

  // Width: the window scrolls to no side, and a picture holds its texts. A box that scrolls by itself may hold what is wider.
  var wide = [];
    function scrolls(element) {
    for (var parent = element; parent; parent = parent.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(parent).overflowX)) { return true; }
    }
    return false;
  }
  // A picture that is opened as a file keeps its size, so that it can be read and magnified; only paper does not scroll.
  var mayScroll = root.tagName === 'svg' && !matchMedia('print').matches;
  var widest = Math.max(root.scrollWidth, document.body ? document.body.scrollWidth : 0, root.getBoundingClientRect().right);
  if (widest > innerWidth + slack && !mayScroll) { wide.push('the page is ' + widest + ' wide in a window of ' + innerWidth); }
  texts.forEach(function (text) {
    if ((text.box.right > innerWidth + slack || text.box.left < -slack) && !mayScroll && !scrolls(text.element)) { wide.push('“' + text.words + '”'); }
    for (var svg = text.element.closest('svg'); svg; svg = svg.parentElement && svg.parentElement.closest('svg')) {
      var own = svg.viewBox.baseVal;
      var frame = own && own.width > 0
        ? placed(svg, { left: own.x, top: own.y, right: own.x + own.width, bottom: own.y + own.height })
        : svg.getBoundingClientRect();
      if (text.box.left < frame.left - slack || text.box.right > frame.right + slack
        || text.box.top < frame.top - slack || text.box.bottom > frame.bottom + slack) {
        wide.push('“' + text.words + '” leaves its picture');
      }
    }
  });

  // Contrast, as WCAG has it: 4.5, and 3 for large letters.
  function parse(colour) {
    var numbers = (colour.match(/[\d.]+/g) || []).map(Number);
    return /^rgb/.test(colour) ? [numbers[0], numbers[1], numbers[2], numbers.length > 3 ? numbers[3] : 1] : [0, 0, 0, 0];
  }
  function over(top, under) {
    return [0, 1, 2].map(function (i) { return top[i] * top[3] + under[i] * (1 - top[3]); });
  }
  function luminance(colour) {
    var linear = colour.map(function (part) {
      var share = part / 255;
      return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }
  function contrast(a, b) {
    var x = luminance(a);
    var y = luminance(b);
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  }
  function faded(element) {
    for (var share = 1; element; element = element.parentElement) { share *= parseFloat(getComputedStyle(element).opacity); }
    return share;
  }
  // The canvas below all: white, or what dark pages have there where they say that they know of dark.
  var isDark = matchMedia('(prefers-color-scheme: dark)').matches && /dark/.test(getComputedStyle(root).colorScheme);
  function paintOf(element) {
    var style = getComputedStyle(element);
    var isShape = element.namespaceURI === 'http://www.w3.org/2000/svg' && element.tagName !== 'svg';
    var paint = parse(isShape ? style.fill : style.backgroundColor);
    paint[3] *= faded(element) * (isShape ? parseFloat(style.fillOpacity) : 1);
    return paint;
  }
  function ground(element, x, y) {
    var stack = document.elementsFromPoint(x, y).filter(function (other) {
      return !/^(text|tspan|title|a|g)$/.test(other.tagName) && !element.contains(other);
    });
    return stack.reverse().reduce(function (under, other) { return over(paintOf(other), under); }, isDark ? [18, 18, 18] : [255, 255, 255]);
  }
  var pale = [];
  var judged = new Set();
  texts.forEach(function (text) {
    var element = text.element;
    if (judged.has(element)) { return; }
    judged.add(element);
    var style = getComputedStyle(element);
    var isSvg = element.tagName === 'text';
    element.scrollIntoView({ block: 'center', inline: 'center' });
    var box = element.getBoundingClientRect();
    var places = isSvg
      ? [0.1, 0.5, 0.9].map(function (share) { return [box.left + share * box.width, (box.top + box.bottom) / 2]; })
      : [[box.left + 1, box.top + 1]];
    var ink = parse(isSvg ? style.fill : style.color);
    ink[3] *= faded(element);
    var halo = isSvg && /stroke/.test(style.paintOrder) && style.stroke !== 'none' ? parse(style.stroke) : null;
    var size = parseFloat(style.fontSize);
    var least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    places.forEach(function (place) {
      // Of a text that is wider than the window, an end may be out of it.
      if (!document.elementFromPoint(place[0], place[1])) { return; }
      var under = ground(element, place[0], place[1]);
      if (halo) { under = over(halo, under); }
      var found = contrast(over(ink, under), under);
      if (found < least) { pale.push(found.toFixed(2) + ' “' + text.words + '” ' + style.color + ' on ' + under.map(Math.round)); }
    });
  });
  scrollTo(0, 0);
  return { texts: texts.length, wide: Array.from(new Set(wide)), overlaps: Array.from(new Set(overlaps)), pale: Array.from(new Set(pale)) };
})()
