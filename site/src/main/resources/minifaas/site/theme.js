// The theme: the system's choice until the reader makes another, which is remembered.
(function () {
  "use strict";
  const root = document.documentElement;
  const system = window.matchMedia("(prefers-color-scheme: dark)");

  // a browser may refuse storage to pages that are opened as files
  function remembered() {
    try {
      return localStorage.getItem("theme");
    } catch (refused) {
      return null;
    }
  }

  function remember(theme) {
    try {
      localStorage.setItem("theme", theme);
    } catch (refused) {
      // the choice then lasts as long as the page
    }
  }

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
  }

  function nameOther(button) {
    button.textContent = isDark() ? "Light" : "Dark";
    button.setAttribute("aria-label", button.textContent + " theme");
  }

  const theme = remembered();
  if (theme) root.dataset.theme = theme;
  root.classList.add("scripted");

  document.addEventListener("DOMContentLoaded", function () {
    const button = document.getElementById("theme");
    button.hidden = false;
    nameOther(button);
    button.addEventListener("click", function () {
      root.dataset.theme = isDark() ? "light" : "dark";
      remember(root.dataset.theme);
      nameOther(button);
    });
    system.addEventListener("change", function () {
      nameOther(button);
    });
  });
})();
