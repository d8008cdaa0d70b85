// Search: a small index that is loaded when somebody first searches, from a server or from a disk.
(function () {
  "use strict";
  var form = document.querySelector("[data-kb-search]");
  if (!form) { return; }
  var input = form.querySelector("input");
  var base = form.getAttribute("data-base") || ".";
  var page = document.querySelector("[data-kb-search-page]");
  var BOOST = { Question: 3.5, Warnings: 2.2, Treatment: 2, Condition: 1.4, Outcome: 1.2, Audit: 1.2, Statement: 1.2, Claim: 1, Source: 1.1, Term: 0.7, Page: 1.6 };
  var SHOWN = 8;
  var FULL = 4;
  var index = null;
  var waiting = [];
  var chosen = -1;

  var box = document.createElement("ul");
  box.className = "kb-results";
  box.id = "kb-results";
  box.setAttribute("role", "listbox");
  box.setAttribute("aria-label", "Results");
  box.hidden = true;
  form.appendChild(box);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", "kb-results");
  input.setAttribute("aria-autocomplete", "list");

  function load(then) {
    if (index) { then(); return; }
    waiting.push(then);
    if (waiting.length > 1) { return; }
    var script = document.createElement("script");
    script.src = base + "/assets/search-data.js";
    script.onload = function () {
      index = window.kbSearch;
      index.list = Object.keys(index.words);
      waiting.splice(0).forEach(function (next) { next(); });
    };
    document.head.appendChild(script);
  }

  function stem(word) {
    return word.length > 3 && /s$/.test(word) && !/(ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
  }

  function wordsOf(text) {
    var plain = text.toLowerCase().replace(/ß/g, "ss").normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
    return (plain.match(/[a-z0-9]+(?:\.[0-9]+)?/g) || []).filter(function (word) {
      return index.stop.indexOf(word) < 0;
    }).map(stem).slice(0, 12);
  }

  // Whether two words differ by at most `most` letters left out, added, changed or swapped.
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) { return most + 1; }
    var before = null, row = [], i, j;
    for (j = 0; j <= b.length; j += 1) { row[j] = j; }
    for (i = 1; i <= a.length; i += 1) {
      var next = [i], least = i;
      for (j = 1; j <= b.length; j += 1) {
        var cost = a[i - 1] === b[j - 1] ? 0 : 1;
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + cost);
        if (before && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
        least = Math.min(least, next[j]);
      }
      if (least > most) { return most + 1; }
      before = row;
      row = next;
    }
    return row[b.length];
  }

  // Known words for a typed one: itself, words that begin with it, and where there are none, one that a single slip makes of
  // it (two would make hypotension of hypertension), or the class of drugs whose name it ends with.
  function candidates(word, last) {
    var found = [];
    if (index.words[word]) { found.push([word, 1]); }
    if (word.length > 2 && (last || !found.length)) {
      index.list.forEach(function (known) {
        if (known !== word && known.lastIndexOf(word, 0) === 0) { found.push([known, 0.75]); }
      });
    }
    if (!found.length && word.length > 3) {
      index.list.forEach(function (known) {
        if (known[0] === word[0] && distance(word, known, 1) === 1) { found.push([known, 0.7, true]); }
      });
    }
    if (!found.length) {
      index.endings.forEach(function (known) {
        if (word.length > known.length && word.slice(-known.length) === known) { found.push([known, 0.5, true]); }
      });
    }
    return found;
  }

  function rarity(word) { return Math.log(1 + index.docs.length / (index.words[word].length / 2)); }

  // A page that lacks a rare word that was typed falls further behind than one that lacks a common word; a page that
  // has it only in passing (with a weight below FULL) lacks part of it.
  function search(text) {
    var typed = wordsOf(text), scores = {}, told = {}, all = 0, total = index.docs.length, lacking = [];
    typed.forEach(function (word, place) {
      var best = {}, held = {}, known = candidates(word, place === typed.length - 1);
      if (!known.length) { lacking.push("“" + word + "”"); }
      else if (known[0][2]) {
        lacking.push("“" + word + "”, only “" + known.map(function (pair) { return pair[0]; }).join("”, “") + "”");
      }
      known.forEach(function (pair) {
        var postings = index.words[pair[0]];
        var rare = Math.min(rarity(pair[0]), index.words[word] ? rarity(word) : Infinity);
        for (var i = 0; i < postings.length; i += 2) {
          var doc = postings[i], weight = postings[i + 1];
          best[doc] = Math.max(best[doc] || 0, weight * rare * pair[1]);
          held[doc] = Math.max(held[doc] || 0, Math.min(1, weight / FULL));
        }
      });
      var docs = Object.keys(best), tells = docs.length ? Math.log(1 + total / docs.length) : 0;
      all += tells;
      docs.forEach(function (doc) {
        scores[doc] = (scores[doc] || 0) + best[doc];
        told[doc] = (told[doc] || 0) + tells * held[doc];
      });
    });
    var found = Object.keys(scores).map(function (doc) {
      return [scores[doc] * Math.pow(told[doc] / all, 2) * BOOST[index.kinds[index.docs[doc][0]]], Number(doc)];
    }).sort(function (a, b) { return b[0] - a[0] || a[1] - b[1]; });
    return { docs: found.map(function (pair) { return index.docs[pair[1]]; }), lacking: lacking };
  }

  function below(doc) {
    var small = document.createElement("small");
    small.textContent = index.kinds[doc[0]] + (doc[3] ? ": " + doc[3] : "");
    return small;
  }

  function option(doc, place) {
    var item = document.createElement("li");
    item.id = "kb-result-" + place;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.setAttribute("data-to", base + "/" + doc[2]);
    item.textContent = doc[1];
    item.appendChild(below(doc));
    // The box closes when the input loses the focus, which a press would take away before it becomes a click.
    item.addEventListener("mousedown", function (event) { event.preventDefault(); });
    item.addEventListener("click", function () { location.href = item.getAttribute("data-to"); });
    return item;
  }

  function result(doc) {
    var item = document.createElement("li"), link = document.createElement("a");
    item.className = "kb-result";
    link.href = base + "/" + doc[2];
    link.textContent = doc[1];
    item.appendChild(link);
    item.appendChild(below(doc));
    return item;
  }

  function close() {
    box.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function suggest() {
    var text = input.value.trim();
    if (text.length < 2) { close(); return; }
    load(function () {
      if (input.value.trim() !== text) { return; }
      box.textContent = "";
      search(text).docs.slice(0, SHOWN).forEach(function (doc, place) { box.appendChild(option(doc, place)); });
      chosen = -1;
      box.hidden = !box.children.length;
      input.setAttribute("aria-expanded", String(!box.hidden));
      if (page) { list(text); }
    });
  }

  function choose(step) {
    var items = box.children;
    if (box.hidden || !items.length) { return; }
    if (chosen >= 0) { items[chosen].setAttribute("aria-selected", "false"); }
    chosen = (chosen + step + items.length) % items.length;
    items[chosen].setAttribute("aria-selected", "true");
    items[chosen].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", items[chosen].id);
  }

  function list(text) {
    load(function () {
      var answer = search(text), found = answer.docs, place = page.querySelector("ol");
      page.querySelector("p").textContent = found.length ? found.length + " results for “" + text + "”" +
        answer.lacking.map(function (word) { return "; no page holds " + word; }).join("") :
        "Nothing found for “" + text + "”. That says nothing of the evidence: try another word.";
      place.textContent = "";
      found.slice(0, 50).forEach(function (doc) { place.appendChild(result(doc)); });
    });
  }

  input.addEventListener("input", suggest);
  input.addEventListener("focus", function () { load(function () {}); });
  input.addEventListener("keydown", function (event) {
    if (event.key === "ArrowDown") { choose(1); event.preventDefault(); }
    if (event.key === "ArrowUp") { choose(-1); event.preventDefault(); }
    if (event.key === "Escape") { close(); }
    if (event.key === "Enter" && chosen >= 0) {
      location.href = box.children[chosen].getAttribute("data-to");
      event.preventDefault();
    }
  });
  document.addEventListener("click", function (event) { if (!form.contains(event.target)) { close(); } });
  form.addEventListener("focusout", function (event) { if (!form.contains(event.relatedTarget)) { close(); } });
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) { input.focus(); event.preventDefault(); }
  });
  if (page) {
    var asked = new URLSearchParams(location.search).get("q");
    if (asked) { input.value = asked; list(asked); }
  }
})();
