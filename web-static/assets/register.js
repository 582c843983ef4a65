// SPDX-License-Identifier: GPL-2.0-or-later
// Filters the rows of a law's register.
"use strict";
(() => {
  const form = document.querySelector(".register-filters");
  const who = document.getElementById("who");
  const bearer = document.getElementById("bearer");
  const modality = document.getElementById("modality");
  const count = document.getElementById("register-count");
  const rows = [...document.querySelectorAll(".register tbody tr")];
  const texts = rows.map(r => r.textContent.normalize("NFKC").toLowerCase());

  function filter() {
    const words = who.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, i) => {
      row.hidden = !((!modality.value || row.dataset.m === modality.value) &&
          (!bearer.value || row.dataset.b === bearer.value) && words.every(w => texts[i].includes(w)));
      if (!row.hidden) ++shown;
    });
    count.textContent = `${shown}件`;
  }
  form.addEventListener("submit", e => e.preventDefault());
  who.addEventListener("input", filter);
  bearer.addEventListener("change", filter);
  modality.addEventListener("change", filter);
  form.hidden = false;
  filter();
})();
