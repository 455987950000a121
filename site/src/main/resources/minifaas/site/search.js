// Looks words up in window.SEARCH, the sections of all pages, and lists what it finds below the field.
(function () {
  "use strict";
  const MOST = 10;
  const BEFORE = 40;
  const AROUND = 160;

  const sections = window.SEARCH;
  const box = document.getElementById("search-box");
  const field = document.getElementById("search");
  const results = document.getElementById("results");
  const found = document.getElementById("found");
  let index = null;

  // up to half a second's work, which a reader who looks nothing up should not wait for
  function build() {
    index = lunr(function () {
      this.field("page", { boost: 5 });
      this.field("section", { boost: 5 });
      this.field("text");
      sections.forEach(function (section, number) {
        this.add({ id: number, page: section.page, section: section.section, text: section.text });
      }, this);
    });
  }

  function wordsOf(text) {
    return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
  }

  // whole words count most; the last one may be half typed
  function search(words) {
    return index.query(function (query) {
      words.forEach(function (word) {
        query.term(lunr.tokenizer(word), { boost: 10 });
        query.term(word, { wildcard: lunr.Query.wildcard.TRAILING });
      });
    });
  }

  function excerpt(text, words) {
    const lower = text.toLowerCase();
    const places = words
      .map(function (word) {
        return lower.indexOf(word);
      })
      .filter(function (place) {
        return place >= 0;
      });
    const from = Math.max(0, Math.min(...(places.length ? places : [0])) - BEFORE);
    const part = text.slice(from, from + AROUND);
    return (from > 0 ? "…" : "") + part + (from + AROUND < text.length ? "…" : "");
  }

  function item(section, words) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const title = document.createElement("strong");
    const text = document.createElement("span");
    title.textContent = section.section ? section.page + ": " + section.section : section.page;
    text.textContent = excerpt(section.text, words);
    link.href = section.address;
    link.append(title, text);
    item.append(link);
    return item;
  }

  function show() {
    const words = wordsOf(field.value);
    const matches = words.length && words.join("").length > 1 ? search(words) : [];
    results.replaceChildren(
      ...matches.slice(0, MOST).map(function (match) {
        return item(sections[Number(match.ref)], words);
      }),
    );
    results.hidden = matches.length === 0;
    const number = matches.length === 1 ? "1 section" : matches.length + " sections";
    found.textContent = words.length ? number + " found" : "";
  }

  function close() {
    results.hidden = true;
  }

  function move(step) {
    const places = [field, ...results.querySelectorAll("a")];
    const next = places[places.indexOf(document.activeElement) + step];
    if (next) next.focus();
  }

  box.hidden = false;
  field.addEventListener("focus", function () {
    if (!index) build();
    if (field.value) show();
  });
  field.addEventListener("input", show);
  results.addEventListener("click", close);
  box.addEventListener("keydown", function (event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      close();
      field.focus();
    } else if (event.key === "Enter" && document.activeElement === field) {
      const first = results.querySelector("a");
      if (first && !results.hidden) first.click();
    }
  });
  document.addEventListener("keydown", function (event) {
    const isTyping = event.target.matches("input, textarea, select");
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.focus();
  });
  document.addEventListener("click", function (event) {
    if (!box.contains(event.target)) close();
  });
})();
