// Before the first paint: the colours that this reader chose here. Afterwards: the button that changes them.
(function () {
  "use strict";
  var root = document.documentElement;
  var KEY = "evidence-kb.scheme";
  root.className = root.className.replace(/\bno-js\b/, "js");

  function chosen() {
    try { return localStorage.getItem(KEY); } catch (error) { return null; }
  }

  function dark() {
    var scheme = root.getAttribute("data-kb-scheme");
    return scheme ? scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function show(scheme) {
    if (scheme === "light" || scheme === "dark") { root.setAttribute("data-kb-scheme", scheme); }
  }

  show(chosen());

  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector("[data-kb-scheme-button]");
    if (!button) { return; }
    function label() { button.setAttribute("aria-label", dark() ? "Use light colours" : "Use dark colours"); }
    button.hidden = false;
    label();
    button.addEventListener("click", function () {
      var scheme = dark() ? "light" : "dark";
      show(scheme);
      label();
      try { localStorage.setItem(KEY, scheme); } catch (error) { /* lasts as long as the page */ }
    });
    // An open menu closes when the reader turns to something else.
    var menu = document.querySelector(".kb-menu");
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && menu && menu.open) { menu.open = false; menu.querySelector("summary").focus(); }
    });
    document.addEventListener("click", function (event) {
      if (menu && menu.open && !menu.contains(event.target)) { menu.open = false; }
    });
    // An answer that is folded away unfolds when an address leads into it, and all of them for print.
    function unfold() {
      var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      for (var part = target; part; part = part.parentElement) {
        if (part.tagName === "DETAILS") { part.open = true; }
      }
      if (target) { target.scrollIntoView(); }
    }
    unfold();
    addEventListener("hashchange", unfold);
    // What is printed says from where; a citation that holds the library's own address needs no other.
    document.querySelectorAll("[data-kb-address]").forEach(function (place) {
      if (place.parentNode.textContent.indexOf("://") < 0) { place.textContent = location.href.split("#")[0]; }
    });
  });
})();
