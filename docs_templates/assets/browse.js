// Browsing claims by facets, and filtering the list of warnings; the choice stands in the address.
(function () {
  "use strict";

  function filter() {
    var bar = document.querySelector("[data-kb-filter]");
    if (!bar) { return; }
    var sections = Array.from(document.querySelectorAll("[data-kb-filtered]"));
    var texts = sections.map(function (section) { return section.textContent.toLowerCase(); });
    var input = bar.querySelector("input");
    bar.hidden = false;
    input.addEventListener("input", function () {
      var words = input.value.toLowerCase().split(/\s+/).filter(Boolean), shown = 0;
      sections.forEach(function (section, place) {
        section.hidden = !words.every(function (word) { return texts[place].indexOf(word) >= 0; });
        shown += section.hidden ? 0 : 1;
      });
      bar.querySelector("p").textContent = words.length ? shown + " of " + sections.length + " shown" : "";
    });
  }

  var root = document.querySelector("[data-kb-browse]");
  filter();
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
