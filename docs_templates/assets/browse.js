// Browsing claims by facets, and filtering the list of warnings; the choice of facets stands in the address.
(function () {
  "use strict";

  function plain(text) {
    return text.toLowerCase().replace(/ß/g, "ss").normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  }

  // The words of a text with spaces around them, so that a typed word can be looked for at the beginning of each.
  function searchable(text) {
    return " " + (plain(text).match(/[a-z0-9]+/g) || []).join(" ") + " ";
  }

  // Words of a question that say nothing of whom or what: every warning answers them.
  var STOP = " a after an and are be before can contraindicated contraindication contraindications do during for from give given " +
    "had has have i if in interaction interactions is it my of on or patient patients safe safety someone take taken takes taking " +
    "that the this to took use used warning warnings when while who with within ";

  function typedWords(text) {
    return searchable(text).split(" ").filter(function (word) { return word && STOP.indexOf(" " + word + " ") < 0; })
      .map(function (word) { return word.length > 4 && /[^su]s$/.test(word) ? word.slice(0, -1) : word; });
  }

  // What a typed word is looked for as: as the beginning of words; a short one that is a word of its own as that alone; and
  // one that no name begins with as the class whose name it ends with (rizatriptan as triptans).
  function reading(word, rows, endings) {
    function named(text) { return rows.some(function (row) { return row.names.indexOf(text) >= 0; }); }
    if (word.length < 4 && named(" " + word + " ")) { return { text: " " + word + " " }; }
    if (named(" " + word)) { return { text: " " + word }; }
    var ending = endings.filter(function (each) {
      return word.length > each.length && word.slice(-each.length) === each;
    }).sort(function (a, b) { return b.length - a.length; })[0];
    return ending ? { text: " " + ending, typed: word, ending: ending } : { text: " " + word };
  }

  // Only the name of a circumstance holds for a class: what is said of one treatment is not said of its whole class.
  function held(word, row, where) {
    return (word.ending ? row.own : row[where]).indexOf(word.text) >= 0;
  }

  // Each warning of the page with the texts that it is found by: the name of its circumstance, then its treatment, then the rest.
  function warnings(section) {
    var heading = section.getAttribute("data-kb-names") || "";
    return Array.from(section.querySelectorAll("[data-kb-row]")).map(function (row) {
      var part = row.closest("[data-kb-rows]").getAttribute("data-kb-names") || "";
      var names = [heading, part, row.getAttribute("data-kb-names")].join(" ");
      var drug = row.getAttribute("data-kb-drug-names");
      return {
        element: row, drugs: row.getAttribute("data-kb-drugs").split(" "), own: searchable(names),
        names: searchable(names + " " + drug), all: searchable(names + " " + drug + " " + row.textContent)
      };
    });
  }

  // 0: named by the circumstance; 1: by it or the treatment; 2: somewhere in the text; 3: not at all.
  function fit(words, row) {
    function holds(where) { return words.every(function (word) { return held(word, row, where); }); }
    if (!words.length) { return 0; }
    if (holds("names")) { return words.some(function (word) { return held(word, row, "own"); }) ? 0 : 1; }
    return holds("all") ? 2 : 3;
  }

  function safety() {
    var bar = document.querySelector("[data-kb-safety]");
    if (!bar) { return; }
    var input = bar.querySelector("input"), select = bar.querySelector("select");
    var found = document.querySelector("[data-kb-found]");
    var groups = Array.from(document.querySelectorAll("[data-kb-group]"));
    var sections = Array.from(document.querySelectorAll("[data-kb-filtered]")).map(function (element) {
      return { element: element, home: element.parentNode, rows: warnings(element), folds: element.tagName === "DETAILS" };
    });
    var rows = [].concat.apply([], sections.map(function (section) { return section.rows; }));
    var endings = Array.from(document.querySelectorAll("[data-kb-endings]")).map(function (element) {
      return element.getAttribute("data-kb-endings").split(" ");
    }).flat();
    var unread = Array.from(document.querySelectorAll("[data-kb-unread] [data-kb-names]")).map(function (element) {
      return { label: element.textContent, names: element.getAttribute("data-kb-names").split("; ").map(typedWords) };
    });

    function put(section, words) {
      var fits = section.rows.map(function (row) {
        return select.value && row.drugs.indexOf(select.value) < 0 ? 3 : fit(words, row);
      });
      var best = Math.min.apply(null, fits);
      section.rows.forEach(function (row, place) {
        row.element.hidden = fits[place] > (best === 2 ? 2 : 1);
      });
      section.element.querySelectorAll("[data-kb-rows]").forEach(function (block) {
        block.hidden = !block.querySelector("[data-kb-row]:not([hidden])");
      });
      section.element.hidden = best === 3;
      if (section.folds) { section.element.open = best === 0 && words.length > 0; }
      return best;
    }

    // What the number of headings leaves out: classes that were guessed, and treatments that others only warn of.
    function provisos(words, shown) {
      var typed = typedWords(input.value);
      var guessed = words.filter(function (word) { return word.ending && shown; }).map(function (word) {
        return "No warning names “" + word.typed + "”. Shown is what is said of drugs whose names end in “" + word.ending +
          "”; whether it is one of them was not looked up.";
      });
      return guessed.concat(unread.filter(function (drug) {
        return drug.names.some(function (name) {
          return name.length && name.every(function (word) { return typed.indexOf(word) >= 0; });
        });
      }).map(function (drug) {
        return "For " + drug.label + " itself no warnings of a label were read" +
          (shown ? ": what is listed is said of other treatments or of a class." : " for this library.");
      }));
    }

    function tell(words, shown, total) {
      var asked = words.length || select.value;
      var what = [input.value.trim(), select.value && select.selectedOptions[0].text].filter(Boolean).join(", ");
      bar.querySelector("[role=status]").textContent = !asked ? "" : [shown ?
        shown + " of " + total + " headings fit. What is not listed was not looked up." :
        "Nothing found for “" + what + "”. That is no all-clear: it does not mean that it is safe."
      ].concat(provisos(words, shown)).join(" ");
      bar.querySelector("[data-kb-nothing]").hidden = !asked || shown > 0;
      document.querySelectorAll(".kb-jumps").forEach(function (jumps) { jumps.hidden = Boolean(asked); });
    }

    function apply() {
      var ranked = [[], [], []], shown = 0;
      var words = typedWords(input.value).map(function (word) { return reading(word, rows, endings); });
      sections.forEach(function (section) {
        var best = put(section, words);
        section.home.appendChild(section.element);
        if (best < 3) { ranked[best].push(section.element); shown += 1; }
      });
      found.textContent = "";
      if (words.length) {
        ranked.forEach(function (elements, place) {
          if (place === 2 && elements.length && elements.length < shown) {
            found.appendChild(document.createElement("p")).textContent = "Named only in the text of a warning:";
          }
          elements.forEach(function (element) { found.appendChild(element); });
        });
      }
      groups.forEach(function (group) { group.hidden = !group.querySelector("[data-kb-filtered]:not([hidden])"); });
      tell(words, shown, sections.length);
    }

    var asked = new URLSearchParams(location.search);
    input.value = asked.get("for") || "";
    select.value = asked.get("drug") || "";
    if (select.selectedIndex < 0) { select.value = ""; }
    bar.hidden = false;
    input.addEventListener("input", apply);
    select.addEventListener("change", apply);
    bar.querySelectorAll("[data-kb-look]").forEach(function (button) {
      button.addEventListener("click", function () {
        input.value = button.textContent;
        apply();
        input.focus();
      });
    });
    if (input.value || select.value) { apply(); }
  }

  var root = document.querySelector("[data-kb-browse]");
  safety();
  if (!root) { return; }
  var form = root.querySelector("form"), list = root.querySelector("ol"), status = root.querySelector("[role=status]");
  var sort = root.querySelector("[data-kb-sort]"), more = root.querySelector("[data-kb-more]");
  var STEP = 50, shown = STEP, data, selects = [], text;

  function read() {
    var asked = new URLSearchParams(location.hash.slice(1));
    selects.forEach(function (select) { select.value = asked.get(select.name) || ""; });
    text.value = asked.get("text") || "";
    sort.value = asked.get("sort") || "source";
    if (sort.selectedIndex < 0) { sort.value = "source"; }
  }

  function write() {
    var chosen = new URLSearchParams();
    selects.forEach(function (select) { if (select.value) { chosen.set(select.name, select.value); } });
    if (text.value.trim()) { chosen.set("text", text.value.trim()); }
    if (sort.value !== "source") { chosen.set("sort", sort.value); }
    history.replaceState(null, "", "#" + chosen.toString());
  }

  // The rows that fit every choice but one, so that the numbers beside its options say what choosing them would give.
  function fitting(without) {
    var words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    var wanted = selects.map(function (select, place) {
      return place === without || !select.value ? -1 : data.facets[place][2].indexOf(select.value);
    });
    return data.rows.filter(function (row) {
      for (var place = 0; place < wanted.length; place += 1) {
        if (wanted[place] >= 0 && row[3][place].indexOf(wanted[place]) < 0) { return false; }
      }
      return words.every(function (word) { return row[4].indexOf(word) >= 0; });
    });
  }

  function count() {
    selects.forEach(function (select, place) {
      var numbers = {};
      fitting(place).forEach(function (row) {
        row[3][place].forEach(function (value) { numbers[value] = (numbers[value] || 0) + 1; });
      });
      Array.from(select.options).forEach(function (option) {
        if (!option.value) { return; }
        var number = numbers[data.facets[place][2].indexOf(option.value)] || 0;
        option.textContent = option.value + " (" + number + ")";
        option.disabled = !number && !option.selected;
      });
    });
  }

  function key(row) {
    if (sort.value === "year") { return -Number(data.facets[8][2][row[3][8][0]]) || 0; }
    if (sort.value === "outcome") { return data.facets[2][2][row[3][2][0]] || "~"; }
    return row[2];
  }

  function show() {
    var found = fitting(-1).map(function (row) { return [key(row), row]; });
    found.sort(function (a, b) { return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1][0] < b[1][0] ? -1 : 1; });
    status.textContent = found.length + " of " + data.rows.length + " claims";
    list.textContent = "";
    found.slice(0, shown).forEach(function (pair) {
      var row = pair[1], item = document.createElement("li"), link = document.createElement("a");
      var small = document.createElement("small");
      link.href = row[0] + ".html";
      link.textContent = row[1];
      small.textContent = [row[2]].concat([3, 4, 2, 5, 6].map(function (place) {
        return row[3][place].map(function (value) { return data.facets[place][2][value]; }).join(", ");
      })).filter(Boolean).join(" · ");
      item.appendChild(link);
      item.appendChild(small);
      list.appendChild(item);
    });
    more.hidden = found.length <= shown;
  }

  function changed() {
    shown = STEP;
    write();
    count();
    show();
  }

  function field(name, label, input) {
    var tag = document.createElement("label");
    tag.textContent = label;
    tag.htmlFor = input.id = "kb-facet-" + name;
    input.name = name;
    form.appendChild(tag);
    form.appendChild(input);
    return input;
  }

  function build() {
    data = window.kbClaims;
    data.rows.forEach(function (row) { row.push((row[1] + " " + row[2]).toLowerCase()); });
    var search = document.createElement("input");
    search.type = "search";
    text = field("text", "Words", search);
    data.facets.forEach(function (facet) {
      var select = field(facet[0], facet[1], document.createElement("select"));
      select.add(new Option("All", ""));
      facet[2].slice().sort().forEach(function (value) { select.add(new Option(value, value)); });
      selects.push(select);
    });
    var clear = document.createElement("button");
    clear.type = "reset";
    clear.className = "kb-button";
    clear.textContent = "Clear";
    form.appendChild(clear);
    root.hidden = false;
    if (innerWidth < 900) { root.querySelector("details").open = false; }
    read();
    count();
    show();
    form.addEventListener("input", changed);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () { setTimeout(changed, 0); });
    sort.addEventListener("change", changed);
    more.addEventListener("click", function () {
      var first = list.children.length;
      shown += 4 * STEP;
      show();
      list.children[first].firstChild.focus();
    });
    addEventListener("hashchange", function () { read(); count(); show(); });
  }

  var script = document.createElement("script");
  script.src = "../assets/claims-data.js";
  script.onload = build;
  document.head.appendChild(script);
})();
