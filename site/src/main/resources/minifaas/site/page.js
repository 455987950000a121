// What a page does beside being read: copies code, shows and hides the list of pages on small windows, and lets the
// keyboard reach what scrolls.
(function () {
  "use strict";

  // of a transcript, the commands alone
  function copied(code) {
    if (code.dataset.lang !== "console") {
      const text = code.cloneNode(true);
      text.querySelectorAll(".conum").forEach(function (callout) {
        callout.remove();
      });
      return text.textContent.replace(/[ \t]+$/gm, "");
    }
    return code.textContent
      .split("\n")
      .filter(function (line) {
        return line.startsWith("$ ");
      })
      .map(function (line) {
        return line.slice(2);
      })
      .join("\n");
  }

  // where the browser has no clipboard for pages that are opened as files
  function copyBySelection(text) {
    const area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("readonly", "");
    area.className = "unseen";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("refused"));
  }

  function copy(text) {
    if (!navigator.clipboard) return copyBySelection(text);
    return navigator.clipboard.writeText(text).catch(function () {
      return copyBySelection(text);
    });
  }

  function addCopyButton(pre) {
    const code = pre.querySelector("code") || pre;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.setAttribute("aria-label", code.dataset.lang === "console" ? "Copy the commands" : "Copy the code");
    function say(word) {
      button.textContent = word;
    }
    button.addEventListener("click", function () {
      copy(copied(code)).then(
        () => say("Copied"),
        () => say("Refused"),
      );
    });
    button.addEventListener("blur", () => say("Copy"));
    say("Copy");
    pre.parentElement.append(button);
  }

  // what is wider than its place scrolls, and the arrow keys scroll only what has the focus
  function openToKeyboard() {
    document.querySelectorAll("pre, .wide").forEach(function (box) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    });
  }

  function setUpMenu() {
    const menu = document.getElementById("menu");
    const side = document.getElementById("side");
    function show(isShown) {
      menu.setAttribute("aria-expanded", String(isShown));
      side.classList.toggle("shown", isShown);
    }
    menu.hidden = false;
    menu.addEventListener("click", function () {
      show(menu.getAttribute("aria-expanded") === "false");
      if (side.classList.contains("shown")) side.querySelector("a").focus();
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !side.classList.contains("shown")) return;
      show(false);
      menu.focus();
    });
  }

  // on a small window the list of sections would stand before the text
  function foldSections() {
    const here = document.querySelector("#here details");
    if (here && window.matchMedia("(max-width: 74rem)").matches) here.open = false;
  }

  document.querySelectorAll(".listingblock pre").forEach(addCopyButton);
  setUpMenu();
  foldSections();
  openToKeyboard();
  window.addEventListener("resize", openToKeyboard);
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (details) {
      details.open = true;
    });
  });
})();
